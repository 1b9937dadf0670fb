"""Files of each kind about one invented event, as the programs that make them make them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import fpdf
import pypdf

TITLE = "Ferry hits pier"
FERRY = "The ferry Alda hit the north pier on Monday, and eleven people were hurt, the harbour office said."
ENGINE = "Its chief, Nils Oren, said the engine had failed, and that it had not been repaired since the spring."
PARAGRAPHS = (TITLE, FERRY, ENGINE)


def make_word(paragraphs: tuple[str, ...] = PARAGRAPHS, *, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


def make_pdf(pages: int = 1, *, head: str = "", title: str = TITLE, width: int = 90) -> bytes:
    """Each page repeats the story, its lines broken at `width` millimetres."""
    paper = fpdf.FPDF()
    paper.set_title(title)
    for number in range(1, pages + 1):
        own = (f"Part {'x' * number}.", f"Of {'x' * number}.")  # no two pages of a story begin or end alike
        paper.add_page()
        paper.set_font("Helvetica", size=11)
        if head:
            paper.cell(text=f"{head} {number}")
            paper.ln(10)
        for paragraph in (*own, *PARAGRAPHS, *own) if pages > 1 else PARAGRAPHS:
            paper.multi_cell(width, 5, paragraph, align="L")
            paper.ln(5)
    return bytes(paper.output())


def make_scan() -> bytes:
    paper = fpdf.FPDF()
    paper.add_page()
    picture = b"P6 8 8 255 " + bytes(range(192))
    paper.image(io.BytesIO(picture), 10, 10, 100, 100)
    return bytes(paper.output())


def lock_pdf(data: bytes, password: str, *, owner: str = "owner") -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    writer.encrypt(password, owner, algorithm="AES-256")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def make_zip(parts: Mapping[str, bytes | str], packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", packing) as package:
        for name, part in parts.items():
            package.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else None)
    return data.getvalue()


def make_odt(body: str = "", *, declared: str = "", manifest: str = "") -> bytes:
    paragraphs = "".join(f'<text:p text:style-name="P1">{paragraph}</text:p>' for paragraph in (FERRY, ENGINE))
    inner = body or f'<text:p text:style-name="Title">{TITLE}</text:p>{paragraphs}'
    content = f"""<?xml version="1.0" encoding="UTF-8"?>{declared}<office:document-content
    xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>{inner}</office:text>
    </office:body></office:document-content>"""
    kind = "application/vnd.oasis.opendocument.text"
    return make_zip({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


RICH = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Helvetica;}}
{\info{\title Ferry hits pier}{\author somebody}}
\pard\f0\fs28\b Ferry hits pier\b0\par
\fs24 The ferry \i Alda\i0  hit the north pier on Monday, and eleven people were hurt, the harbour office\rquote s
 caf\'e9 said. {\field{\*\fldinst{HYPERLINK "https://alda.example/x"}}{\fldrslt More here}}.\par
Its chief said \u8220?the engine had failed\u8221?, and it was not repaired.\par}"""

MAIL = f"""From: The Alda Mail <news@alda.example>
To: reader@alda.example
Subject: Fwd: =?utf-8?q?Ferry_hits_pier?=
Date: Mon, 04 Mar 2024 22:10:00 +0100
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="b"

--b
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

{FERRY[:62]}
{FERRY[62:].strip()}

Its chief, Nils Oren, sat in a caf=E9.
--b--
""".encode()
