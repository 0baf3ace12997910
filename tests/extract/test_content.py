"""What a speech act is about, where its content has no cue of its own."""

import pytest

from tests.conftest import Tell
from tests.extract.telling import right, typed


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        right("Kyiv poured cold water on the Chinese peace plan.", "UKR reject - > CHN: done"),
        right("Russia vetoed a resolution that would have halted fuel deliveries to Bosnia.", "RUS reject fuel: done"),
        right("Polish miners downed tools over pay.", "POL protest - > POL: done"),
    ],
)
def test_what_it_is_about(sentence: str, expected: tuple[str, ...], tell: Tell) -> None:
    assert typed(tell(sentence)) == sorted(expected)
