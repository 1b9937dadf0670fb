#!/bin/sh
# Measure how right the analysis is, and write the figures of the quality page and of the README.
# SETS names a folder with clones of public sets, which are no part of the project. What is not there keeps its figures.
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

# public NAME TASK PATH [OPTION...]: from inside the folder, so that the command that is kept with the
# figures does not tell where on this machine the texts lie.
public() {
    folder=${SETS:-/nowhere} name=$1 task=$2 path=$3
    shift 3
    if [ -e "$folder/$path" ]; then
        (cd "$folder" && PYTHONPATH=$here && export PYTHONPATH && measure "$name" "$task" "$path" "$@")
    else
        echo "Not measured: $name, whose figures stay as they are. SETS=folder says where ${path%%/*} lies."
    fi
}

measure minimal minimal tests/gold/pairs.jsonl
measure plain minimal tests/gold/plain.jsonl
measure articles articles tests/gold/articles
measure confidence confidence tests/gold/articles
measure judged judged tests/gold/articles
measure among among tests/gold/plain.jsonl
measure among_short among tests/gold/pairs.jsonl
measure minimal_unseen minimal tests/gold/unseen/pairs.jsonl
measure plain_unseen minimal tests/gold/unseen/plain.jsonl
measure among_unseen among tests/gold/unseen/plain.jsonl
measure among_short_unseen among tests/gold/unseen/pairs.jsonl
measure articles_unseen articles tests/gold/unseen/articles
measure confidence_unseen confidence tests/gold/unseen/articles
public annotated annotated annotated
public reports reports BASIL --part developed
public reports_unseen reports BASIL --part unseen
public attribution attribution PolNeAR/data/dev --half odd
public loaded loaded Neural-Media-Bias-Detection-Using-Distant-Supervision-With-BABE/data/final_labels_SG1.csv --half odd
public ranking ranking arxiv2025-abcd-link/datasets/news_ecb
public propositions propositions QA-ALIGN/data/official_qa_alignments/qaalign_dev_gold_official.csv
public numbers numbers msc_qnli/data/equate/01_deduplicated
public naming naming Diverse_CDCR_datasets/NewsWCL50-prep/output_data/NewsWCL50.conll
"$python" -m comparer.quality README.md
echo "The figures are in comparer/evaluation/measured and in README.md."
