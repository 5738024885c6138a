"""What stands around a sentence of a document, by which its words are judged."""

from __future__ import annotations

from loaders.blocks import Block, BlockKind
from loaders.coding.wording import ALONE, Around, likely
from loaders.parse.around import Neighbours

TOP = Block(BlockKind.HEADING, "What we saw")
FIRST = Block(BlockKind.PARAGRAPH, "The nurse rang twice. Nobody answered. She wrote.")
FOOT = Block(BlockKind.FURNITURE, "page 3")
LAST = Block(BlockKind.BULLET, "The school was told.")
BLOCKS = Neighbours([TOP, FIRST, FOOT, LAST])


def test_neighbours_stand_in_the_paragraph_or_in_the_block_beside_it_over_the_end_of_a_page() -> None:
    assert BLOCKS.of(FIRST, "Nobody answered.") == Around("The nurse rang twice.", "She wrote.")
    assert BLOCKS.of(FIRST, "The nurse rang twice.") == Around("What we saw", "Nobody answered.")
    assert BLOCKS.of(FIRST, "She wrote.") == Around("Nobody answered.", "The school was told.")
    assert BLOCKS.of(LAST, "The school was told.") == Around("She wrote.", "")


def test_a_part_of_a_sentence_has_its_neighbours_and_several_those_around_them() -> None:
    assert BLOCKS.of(FIRST, "nurse rang") == Around("What we saw", "Nobody answered.")
    assert BLOCKS.of(FIRST, "Nobody answered. She wrote.") == Around("The nurse rang twice.", "The school was told.")


def test_nothing_is_known_around_words_that_stand_nowhere() -> None:
    assert BLOCKS.of(FIRST, "The dog barked.") == ALONE
    assert BLOCKS.of(Block(BlockKind.PARAGRAPH, "Nobody answered."), "Nobody answered.") == ALONE


def test_what_stands_around_a_sentence_makes_it_likelier_to_tell_what_they_tell() -> None:
    told = "The file was closed in June."
    blamed = Around("Nobody asked the boy where he slept.", "The school was not told and no plan was made.")
    family = Around("The family moved to the coast.", "She was born in May.")
    shares = {around: likely(told, around) for around in (blamed, family)}
    assert shares[blamed][0] == "finding"
    assert shares[blamed][1] > shares[family][1]
