import pytest

from graph.resolve.labels import label_form, weight, years


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("RR 05/22", "RR 5/22"),
        ("RR05/22", "RR 5/22"),
        ("rr 5 / 22", "RR 5/22"),
        ("Child Joe", "Joe"),
        ("Joe LCSPR", "Joe"),
        ("LCSPPR - Joe", "Joe"),
        ("Serious Case Review: Baby Wren", "Wren"),
        ("“Tom”", "Tom"),
        ("Family Alder", "alder"),
    ],
)
def test_spellings_of_one_label(one: str, other: str) -> None:
    assert label_form(one) == label_form(other)


@pytest.mark.parametrize(("one", "other"), [("RR 1/22", "RR 11/22"), ("Child A", "Child B"), ("RR 5/22", "RR 5/23")])
def test_labels_that_differ(one: str, other: str) -> None:
    assert label_form(one) != label_form(other)


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("RR 5/22", "reference"),
        ("TN20", "reference"),
        ("Joe", "name"),
        ("Child Wren", "name"),
        ("JM", "initials"),
        ("AL & JL", "initials"),
        ("Child A", "generic"),
        ("Baby 2", "generic"),
    ],
)
def test_how_much_a_label_says(label: str, said: str) -> None:
    assert weight(label) == said


def test_years_of_a_reference() -> None:
    assert years("RR 5/22") == {2022}
    assert years("Child A 2019") == {2019}
    assert years("TN20") == set()
