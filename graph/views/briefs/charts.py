"""A bar chart that Word draws itself: its numbers can be read, copied and changed, and it prints sharply.

The chart's XML and workbook are made by python-pptx, whose charts are those of every Office program; here they are put
into a Word document, with a title and words for those who do not see it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Cm
from docx.text.paragraph import Paragraph
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_NAMES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}
_DATA: Any = CategoryChartData  # python-pptx has no types for these
_WRITER: Any = ChartXmlWriter
_VAL = "val"
_LOOKS = (
    '<c:spPr><a:solidFill><a:srgbClr val="1D3557"/></a:solidFill></c:spPr>',
    '<c:invertIfNegative val="0"/>',
    '<c:dLbls><c:spPr><a:noFill/></c:spPr><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
    '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>',
)
# Every bar has its name: LibreOffice leaves names out where one takes two lines, unless they are said to stand upright.
_UPRIGHT = (
    '<c:txPr><a:bodyPr rot="0" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="1000"/></a:pPr>'
    '<a:endParaRPr lang="en-GB"/></a:p></c:txPr>'
)
_PLACE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
    '<wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    '<c:chart r:id="{id}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
)


def add_bar_chart(
    doc: Any,
    paragraph: Paragraph,
    number: int,
    *,
    title: str,
    alt: str,
    series: str,
    bars: Sequence[tuple[str, int]],
) -> None:
    """Put a horizontal bar chart into a paragraph; bars are read from top to bottom, each with its number."""
    data = _DATA(number_format="0")
    data.categories = [name if len(name) <= 46 else f"{name[:45]}…" for name, _ in reversed(bars)]
    data.add_series(series, [n for _, n in reversed(bars)])
    xml = _styled(_WRITER(XL_CHART_TYPE.BAR_CLUSTERED, data).xml)
    package = doc.part.package
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), _CHART, b"", package)
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), _BOOK, data._workbook_writer.xlsx_blob, package)
    at = chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    chart._blob = xml.replace(b"</c:chartSpace>", f'<c:externalData r:id="{at}"/></c:chartSpace>'.encode())
    id_ = doc.part.relate_to(chart, RELATIONSHIP_TYPE.CHART)
    wide, high = int(Cm(16.4)), int(Cm(2.2 + 0.75 * len(bars)))
    drawing: Any = parse_xml(_PLACE.format(wide=wide, high=high, number=900 + number, id=id_))
    told = drawing.find(".//{*}docPr")
    told.set("descr", alt)  # set as attributes, so that no text can end the mark-up
    told.set("title", title)
    paragraph.add_run()._r.append(drawing)


def _styled(xml: str) -> bytes:
    """Numbers at the bars, one dark colour, no legend and no grid; the caption says what it is."""
    root: Any = etree.fromstring(xml.encode())
    for tag in ("c:majorGridlines", "c:autoTitleDeleted"):
        for found in root.iterfind(f".//{tag}", _NAMES):
            found.getparent().remove(found)
    root.find("c:chart", _NAMES).insert(0, _parsed('<c:autoTitleDeleted val="1"/>'))
    root.find(".//c:valAx/c:delete", _NAMES).set(_VAL, "1")
    root.find(".//c:valAx/c:scaling", _NAMES).append(_parsed('<c:min val="0"/>'))
    names = root.find(".//c:catAx", _NAMES)
    names.find("c:noMultiLvlLbl", _NAMES).addprevious(_parsed('<c:tickLblSkip val="1"/>'))
    names.find("c:crossAx", _NAMES).addprevious(_parsed(_UPRIGHT))
    series = root.find(".//c:ser", _NAMES)
    after = series.find("c:tx", _NAMES)
    for part in reversed(_LOOKS):
        after.addnext(_parsed(part))
    series.addnext(_parsed('<c:gapWidth val="45"/>'))
    for size in root.iterfind(".//a:defRPr", _NAMES):
        size.set("sz", "1000")
    for words in root.iterfind(".//a:endParaRPr", _NAMES):
        words.set("lang", "en-GB")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _parsed(text: str) -> Any:
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in _NAMES.items())
    return etree.fromstring(f"<x {spaces}>{text}</x>")[0]
