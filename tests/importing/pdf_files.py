"""Small PDF files, written by hand."""

import zlib

LINE = 14


def stream(content, extra=b"", packed=False):
    content = zlib.compress(content) if packed else content
    filter_ = b"/Filter /FlateDecode " if packed else b""
    return b"<< %s%s/Length %d >>\nstream\n%s\nendstream" % (filter_, extra, len(content), content)


def assembled(objects, root=1, more=b""):
    """A file of these objects, numbered from 1."""
    out = b"%PDF-1.7\n"
    places = []
    for number, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    trailer = b"trailer\n<< /Size %d /Root %d 0 R %s>>\n" % (len(objects) + 1, root, more)
    return out + head + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(out)


def pdf(*pages, info=None, catalog=b"", letters="", broken=None, picture=False):
    """A file of pages; each is a list of (x, y, size, text), or the text of lines from the top.

    The page numbered `broken` is packed in a way that nobody knows; with `picture` every page shows one. With `letters` the text is written in a font that has these signs, and no others, by number.
    """
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %s>>" % catalog,
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        font(letters, 4 + 2 * count),
    ]
    picture_at = 4 + 2 * count
    for number, page in enumerate(pages):
        at = 5 + 2 * number
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents %d 0 R "
            b"/Resources << /Font << /F 3 0 R >> %s>> >>"
            % (at, b"/XObject << /I %d 0 R >> " % picture_at if picture else b"")
        )
        content = b"\n".join(shown(*line, letters) for line in placed(page))
        objects.append(stream(content, b"/Filter /Nobody " if number == broken else b""))
    if picture:
        objects.append(stream(b"\x00", b"/Type /XObject /Subtype /Image /Width 1 /Height 1 "))
    more = b""
    if letters:
        objects.append(stream(to_unicode(letters)))
    if info:
        objects.append(
            b"<< %s >>" % b" ".join(b"/%s %s" % (key.encode(), string(value)) for key, value in info.items())
        )
        more = b"/Info %d 0 R " % len(objects)
    return assembled(objects, more=more)


def placed(page):
    """Lines of text from the top of the page; an empty one leaves a gap."""
    if not isinstance(page, str):
        return page
    return [(50, 780 - LINE * n, 12, line) for n, line in enumerate(page.split("\n")) if line]


def shown(x, y, size, text, letters=""):
    if letters:
        written = b"<%s>" % "".join(f"{letters.index(one) + 1:02x}" for one in text).encode()
    else:
        written = b"(%s)" % text.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F %d Tf 1 0 0 1 %d %d Tm %s Tj ET" % (size, x, y, written)


def font(letters, unicode_at):
    if not letters:
        return b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    widths = b" ".join(b"500" for _ in letters)
    return (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Own /FirstChar 1 /LastChar %d /Widths [%s] /ToUnicode %d 0 R >>"
        % (len(letters), widths, unicode_at)
    )


def to_unicode(letters):
    pairs = "\n".join(f"<{n:02x}> <{one.encode('utf-16-be').hex()}>" for n, one in enumerate(letters, 1))
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <ff> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap end end"
    ).encode()


def string(value):
    return b"<%s>" % ("\ufeff" + value).encode("utf-16-be").hex().encode()
