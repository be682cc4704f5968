"""Makes archives and mails for tests, honest and hostile ones."""

import base64
import gzip
import io
import struct
import tarfile
import zipfile
import zlib

STORY = (
    "Harbour reopens after eleven days\n"
    "By Dolores Kettering, Staff Writer\n"
    "3 December 2025\n\n"
    "PORT ELSEY — The harbour of Port Elsey reopened on Tuesday, eleven days after a barge had blocked its entrance.\n\n"
    "“We counted every gull twice,” said the harbour master, who had slept in her office since the accident.\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Ferry returns</title></head><body><article><h1>Ferry returns to its old pier</h1>"
    "<p>PORT ELSEY — The ferry to the outer islands returned to its old pier on Monday after a long repair.</p>"
    "<p>“Nobody missed the bus more than I did,” said the captain of the ferry before the first crossing of the day.</p>"
    "</article></body></html>"
)


def zipped(files, method=zipfile.ZIP_DEFLATED):
    """A zip archive of (name, content) pairs; a name may be a ZipInfo."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return out.getvalue()


def tarred(files, mode="w"):
    """A tar archive of (name, content) pairs; a name may be a TarInfo without content."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:
        for name, content in files:
            entry = name if isinstance(name, tarfile.TarInfo) else tarfile.TarInfo(name)
            content = content.encode() if isinstance(content, str) else content
            if entry.isfile():
                entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return out.getvalue()


def zeros(size, wbits=-15):
    """So many zeros, deflated (by wbits 31 as gzip, whose checksum at the end is missing), made in no time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    head = GZIP_HEAD if wbits == 31 else b""
    return head + block * (size >> 20) + packer.flush()


GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03"


def raw_zip(entries):
    """A zip archive of (name, packed bytes, checksum, told size) with deflated files, whatever they really hold."""
    body, directory = bytearray(), bytearray()
    for name, packed, crc, size in entries:
        fields = (20, 0, 8, 0, 33, crc, len(packed), size, len(name), 0)
        offset = len(body)
        body += struct.pack("<4s5H3I2H", b"PK\x03\x04", *fields) + name + packed
        directory += struct.pack("<4s6H3I5H2I", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, offset) + name
    count = min(len(entries), 0xFFFF)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)


def deflated(content):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


def record(kind="response", url="https://news.example/a/river.html", body=PAGE, claims=None, **http):
    """One record of a WARC file; `http` are headers of the answer, with _ for -."""
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        **{key.replace("_", "-"): value for key, value in http.items()},
    }
    body = body.encode() if isinstance(body, str) else body
    lines = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    block = f"HTTP/1.1 200 OK\r\n{lines}\r\n".encode() + body if kind in ("response", "revisit") else body
    target = f"WARC-Target-URI: {url}\r\n" if url else ""
    length = len(block) if claims is None else claims
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n{target}Content-Type: application/http\r\n"
    )
    return f"{head}Content-Length: {length}\r\n\r\n".encode() + block + b"\r\n\r\n"


def packed_records(*records):
    """A .warc.gz: each record in a gzip member of its own."""
    return b"".join(gzip.compress(one) for one in records)


def mail(body=STORY, kind="text/plain", attachments=(), **headers):
    """A mail as bytes; attachments are (name, content, kind)."""
    fields = {
        "From": "Dolores Kettering <dolores@elsey-courier.example>",
        "To": "desk@newsroom.example",
        "Subject": "Harbour reopens after eleven days",
        "Date": "Tue, 02 Dec 2025 23:40:00 -0500",
        "MIME-Version": "1.0",
        **{key.replace("_", "-"): value for key, value in headers.items()},
    }
    head = "".join(f"{key}: {value}\n" for key, value in fields.items() if value)
    own = f"Content-Type: {kind}; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}\n"
    if not attachments:
        return (head + own).encode()
    parts = [own.encode()]
    for name, content, media in attachments:
        disposition = f'Content-Disposition: attachment; filename="{name}"\n' if name else ""
        content = content.encode() if isinstance(content, str) else content
        coded = b"" if media == "message/rfc822" else b"Content-Transfer-Encoding: base64\n"
        shown = content if media == "message/rfc822" else base64.encodebytes(content)
        parts.append(f"Content-Type: {media}\n{disposition}".encode() + coded + b"\n" + shown + b"\n")
    edge = f"--edge{zlib.crc32(b''.join(parts))}"
    joined = b"".join(f"{edge}\n".encode() + part for part in parts)
    return f'{head}Content-Type: multipart/mixed; boundary="{edge[2:]}"\n\n'.encode() + joined + f"{edge}--\n".encode()
