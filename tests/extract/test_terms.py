"""Who gives and who gets under the terms of a deal."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right(
            "Norway and Qatar are close to a deal that would give Qatari firms access to copper.",
            "NOR supply copper > QAT: planned",
        ),
        right(
            "Rio Tinto and Mongolia reached an agreement under which Rio Tinto will pay $400 million.",
            "GBR agree - > MNG: done",
            "GBR supply money > MNG: agreed",
        ),
        right("India sealed a pact with Chile that lets Codelco sell lithium.", "CHL supply lithium > IND: agreed"),
        right("Chile, Peru near lithium pact", "CHL agree lithium > PER: negotiated"),
    ],
)
def test_the_terms_of_a_deal_pass_from_one_side_to_the_other(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
