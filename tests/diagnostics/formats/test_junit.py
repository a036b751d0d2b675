"""JUnit XML: valid, well-formed whatever a record says, failures for errors alone."""

from xml.etree import ElementTree

import pytest
import xmlschema
from hypothesis import given
from hypothesis import strategies as st

from devroom_gen.diagnostics.diagnostic import Diagnostic, Location
from devroom_gen.diagnostics.formats.junit import report
from devroom_gen.text.source import SourceText
from tests.diagnostics.formats.samples import DIAGNOSTICS, SPAN
from tests.official import official_path


@pytest.mark.parametrize("diagnostics", [[], DIAGNOSTICS], ids=["none", "some"])
def test_it_is_valid_where_jenkins_reads_it(diagnostics: list[Diagnostic]) -> None:
    xmlschema.XMLSchema(str(official_path("junit-jenkins-10.xsd"))).validate(report(diagnostics, False))


def test_nothing_to_report_is_a_passed_case() -> None:
    root = ElementTree.fromstring(report([], False))
    assert [case.get("name") for case in root.iter("testcase")] == ["no problems found"]
    assert root.get("failures") == "0"


def test_errors_alone_are_failures_and_are_counted() -> None:
    root = ElementTree.fromstring(report(DIAGNOSTICS, False))
    assert root.get("failures") == "1"
    assert [failure.get("type") for failure in root.iter("failure")] == ["DG101"]
    assert [suite.get("tests") for suite in root] == ["1", "1", "1"]


@given(st.text(), st.text(min_size=1))
def test_any_text_gives_well_formed_xml(said: str, path: str) -> None:
    finding = Diagnostic(code=SPAN.code, location=Location(source=SourceText(path, "")), message=said, help=said)
    root = ElementTree.fromstring(report([finding], False))
    assert len(list(root.iter("failure"))) == 1
