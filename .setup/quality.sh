#!/bin/sh
# Measure how right the analysis is, and write the figures of the quality page and of the README.
# POLNEAR and BABE name folders of public sets, which are no part of the project; without one, its figures stay.
set -eu
python=$1
here=$PWD
to=$here/comparer/evaluation/measured

measure() {
    name=$1
    shift
    echo "Measuring: $name"
    "$python" -m comparer.evaluation "$@" --json "$to/$name.json" >/dev/null
}

# A public set: NAME of the figures, its FOLDER or nothing, the variable, the PATH inside it, then the rest of the command.
# Measured from beside the folder, so that the command that is kept says nothing of where it lies.
public() {
    name=$1 folder=$2 variable=$3 path=$4
    shift 4
    if [ -z "$folder" ]; then
        echo "Not measured: $name. Its figures stay as they are; $variable=folder names the public set."
        return
    fi
    (
        cd "$(dirname "$folder")"
        export PYTHONPATH="$here"
        measure "$name" "$name" "$(basename "$folder")/$path" "$@"
    )
}

measure minimal minimal tests/gold/pairs.jsonl
measure articles articles tests/gold/articles
measure judged judged tests/gold/articles
public attribution "${POLNEAR:-}" POLNEAR data/dev --half odd
public loaded "${BABE:-}" BABE data/final_labels_SG1.csv --half odd
"$python" -m comparer.quality README.md
echo "The figures are in comparer/evaluation/measured and in README.md."
