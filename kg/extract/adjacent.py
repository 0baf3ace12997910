"""Words side by side that the parser takes for one phrase: a verb for a noun, a name for its class, a people for a receiver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
# What makes of a noun behind a comma a description of the one before.
_SET_OFF = frozenset({"det", "poss", "relcl", "acl", "nummod"})
# What may follow a number that counts people whom it leaves out.
_AFTER = frozenset({"ADP", "CCONJ", "SCONJ"})


def named_firm(verb: Token) -> None:
    """ "Saudi fund PIF plans to invest": a name right behind its class is its verb's subject, and no clause. Mended in place."""
    noun = verb.head
    name = named_by(noun, verb)
    if name is None:
        return
    for child in noun.children:
        if child.i > verb.i:
            child.head = verb
    verb.head, verb.dep_ = verb, "ROOT"
    noun.head, noun.dep_ = name, "compound"


def named_by(noun: Token, verb: Token) -> Token | None:
    """The name right behind a noun without an article, which is the subject of the finite verb behind it."""
    name = next((c for c in verb.children if c.dep_ == "nsubj" and c.pos_ == "PROPN"), None)
    beside = name is not None and name.left_edge.i == noun.i + 1 and name.i + 1 == verb.i
    return name if beside and noun.tag_ == "NN" and noun.left_edge.tag_ != "DT" and verb.tag_ in _FINITE else None


def beside_named(noun: Token, vocab: Vocabulary) -> None:
    """ "The President of Chile Gabriel Boric and the President of Peru": a title is beside the title, not beside the name.

    Mended in place.
    """
    name = noun.head
    titled = name.head
    if name.dep_ != "appos" or name.pos_ != "PROPN" or titled.i > name.i or noun.i < name.i:
        return
    opens = any(c.dep_ == "det" for c in noun.lefts) or noun.pos_ == "PROPN"
    if opens and noun.lemma_.lower() in vocab.roles and titled.lemma_.lower() in vocab.roles:
        for child in list(name.children):
            if child.dep_ == "cc" and child.i < noun.i:
                child.head = titled
        noun.head = titled


def held_hostage(noun: Token, vocab: Vocabulary) -> None:
    """ "Held six miners hostage", "nurses held hostage by rebels": what somebody is held as is nobody beside him.

    Mended in place.
    """
    verb = noun.head
    if noun.lower_ not in vocab.words("captive-states") or verb.lemma_ not in vocab.words("captor-verbs"):
        return
    before = noun.nbor(-1) if noun.i > 0 else None
    if before is not None and before.head == noun and before.dep_ == "compound":
        for child in [c for c in noun.lefts if c != before]:
            child.head = before
        before.head, before.dep_, noun.dep_ = verb, "dobj", "oprd"
    elif before == verb:
        noun.dep_ = "oprd"
        for child in verb.lefts:
            if child.dep_ == "nsubj" and verb.tag_ in ("VBD", "VBN") and any(c.dep_ == "agent" for c in verb.children):
                child.dep_, verb.tag_ = "nsubjpass", "VBN"


def of_what_land(thing: Token, vocab: Vocabulary) -> None:
    """ "Imports Zambian maize": what stands bare before a thing says of what land it is, and is no receiver. Mended in place."""
    before = thing.nbor(-1) if thing.i > 0 and not thing.is_sent_start else None
    if before is not None and before.dep_ == "compound" and before.tag_ == "NNS":
        _to_people(before, thing, vocab)
        return
    if before is None or before.dep_ != "dative" or before.head != thing.head or before.left_edge != before:
        return
    if any(s.how == "demonym" for s in vocab.names.get(before.text.title(), ())) and not before.lower_.endswith("s"):
        before.head, before.dep_, before.tag_, before.pos_ = thing, "amod", "JJ", "ADJ"


def _to_people(people: Token, thing: Token, vocab: Vocabulary) -> None:
    """ "Grants eleven people clemency", "offers migrants asylum": people in the plural before a thing get it."""
    verb, role = thing.head, vocab.roles.get(people.lemma_.lower())
    if verb.lemma_ not in vocab.words("giving-verbs") or thing.tag_ != "NN" or role is None or people.head != thing:
        return
    if any(c.dep_ in ("det", "poss") and c.i < people.i for c in thing.children):
        return  # "offers a workers union"
    for child in [c for c in thing.lefts if c != people]:
        child.head = people
    people.head, people.dep_ = verb, "dative"


def not_beside_noun(word: Token, vocab: Vocabulary) -> None:
    """ "Kills three soldiers and wounds five", "holds reserves and mines more nickel": what no noun can precede follows a verb.

    A bare number, an article, "its" or "more" opens a noun phrase of its own. Mended in place.
    """
    verb = next((v for v in word.ancestors if v.pos_ == "VERB"), None)
    following = word.nbor(1) if word.i + 2 < len(word.doc) else None
    if verb is None or verb.tag_ != "VBZ" or following is None or word.lemma_ not in verbs(vocab):
        return
    after = following.nbor(1)
    number = following.tag_ == "CD" and following.head == word and (after.is_punct or after.pos_ in _AFTER)
    opens = following.tag_ in ("DT", "PRP$") or (following.tag_ == "JJR" and after.pos_ in ("NOUN", "PROPN"))
    if number or opens:
        thing = (
            following
            if number
            else next((t for t in following.ancestors if t.pos_ in ("NOUN", "PROPN") and t.i > following.i), None)
        )
        word.tag_, word.pos_ = "VBZ", "VERB"
        word.head, word.dep_ = verb, "conj"
        if thing is not None:
            thing.head, thing.dep_ = word, "dobj"


def before_coordinated(second: Token) -> None:
    """ "Kills six people, injures seven": what stands right behind the first of two verbs is its object. Mended in place."""
    first = second.head
    if first.tag_ != second.tag_ or any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr") for c in first.children):
        return
    thing = next((c for c in second.children if c.dep_ in ("nsubj", "nsubjpass")), None)
    if thing is not None and thing.left_edge.i == first.i + 1:
        thing.head, thing.dep_ = first, "dobj"


def before_subject(name: Token) -> None:
    """ "Peru miners end strike": of two subjects side by side the first says whose the second is. Mended in place."""
    subject = name.nbor(1)
    if subject.dep_ == "nsubj" and subject.head == name.head and subject.tag_ in ("NN", "NNS"):
        name.head, name.dep_ = subject, "compound"


def several(token: Token) -> None:
    """ "Envoys from Peru met": what begins a sentence is no name for its capital."""
    plural = token.lower_.endswith("s") and token.lower_ not in ("s", "us")
    token.tag_, token.pos_, token.lemma_ = ("NNS" if plural else "NN"), "NOUN", token.lower_.removesuffix("s")


def scaled(letter: Token) -> None:
    """ "$120m": the letter is part of the number, not a second object."""
    number = letter.nbor(-1)
    if number.head == letter and number.dep_ == "nummod":  # the parser takes the letter for a noun
        number.head, number.dep_ = letter.head, letter.dep_
        for child in [c for c in letter.children if c != number]:
            child.head = number
    elif letter.head != number.head or letter.dep_ != number.dep_:
        return
    letter.head, letter.dep_, letter.tag_, letter.pos_ = number, "quantmod", "CD", "NUM"


def tooling(gerund: Token, vocab: Vocabulary) -> None:
    """ "burned Arauco logging trucks": nobody logs trucks; what they are there for is part of what they are called. Mended."""
    thing = gerund.nbor(1) if gerund.i + 1 < len(gerund.doc) else None
    if thing is None or thing.head != gerund or thing.lemma_.lower() not in vocab.words("tooled-nouns"):
        return
    above, before = gerund.head, gerund.nbor(-1) if gerund.i > gerund.sent.start else None
    if thing.dep_ != "dobj" or above.i > gerund.i or above.pos_ != "VERB" or any(True for _ in gerund.lefts):
        return
    for child in [c for c in gerund.children if c != thing]:
        child.head = thing
    thing.head, gerund.head, gerund.dep_ = above, thing, "compound"
    gerund.tag_, gerund.pos_ = "NN", "NOUN"
    if before is not None and before.pos_ == "PROPN" and before.head == above and before.dep_ in ("dobj", "dative"):
        before.head, before.dep_ = thing, "compound"


def before_title(name: Token, vocab: Vocabulary) -> None:
    """ "Ahmet Yilmaz, the energy minister, asked Baku for gas": the name is the subject, the title beside it. Mended in place."""
    if name.ent_type_ != "PERSON" or name.pos_ != "PROPN" or name.i + 2 >= len(name.doc) or name.nbor(1).text != ",":
        return
    title = next((t for t in name.doc[name.i + 2 : name.i + 8] if t.dep_ == "nsubj"), None)
    if title is None or title.tag_ != "NN" or title.lemma_.lower() not in vocab.roles or title.head.pos_ not in ("VERB", "AUX"):
        return
    first = min((c.i for c in title.lefts if c != name and c.dep_ != "punct"), default=title.i)
    if first == name.i + 2 and name.doc[first].lower_ in ("the", "a", "an"):
        name.head, name.dep_ = title.head, "nsubj"
        title.head, title.dep_ = name, "appos"


def by_fighters(word: Token, vocab: Vocabulary) -> None:
    """ "A militant attack", "jihadist raids": before an act of force the adjective is the noun for who commits it. Mended."""
    act = word.head
    if word.dep_ in ("amod", "compound") and act.pos_ == "NOUN" and vocab.evokes("noun", act.lemma_, ("assault", "seize")):
        word.tag_, word.pos_, word.dep_, word.lemma_ = "NN", "NOUN", "compound", word.lower_


def paid_in(currency: Token, vocab: Vocabulary) -> None:
    """ "500 million soms": what is counted in millions of a currency is a sum, though the recogniser knows few currencies."""
    numbers = [c for c in currency.children if c.dep_ == "nummod" and c.tag_ == "CD"]
    counts = [t for n in numbers for t in n.subtree]
    if currency.pos_ in ("NOUN", "PROPN") and any(t.lower_ in vocab.scales for t in counts):
        for word in (currency, *counts):
            word.ent_type_ = "MONEY"


def sum_beside_name(total: Token) -> None:
    """ "paid Shell $800 million": no name is counted in dollars; the sum is what is paid, the name who gets it. Mended."""
    name = total.head
    if name.pos_ == "PROPN" and name.i < total.i and name.dep_ in ("dobj", "dative") and name.head.pos_ == "VERB":
        name.dep_, total.head, total.dep_ = "dative", name.head, "dobj"


def let_go(verb: Token) -> None:
    """ "Let go the trawler and its crew", "let the two sailors go": who is let go is the object of "let", "go" its particle.

    Mended in place; not where "go" has a way or an end of its own ("let the site go to a bidder", "let inflation go up").
    """
    let = next((c for c in verb.children if c.lower_ in ("let", "lets") and c.dep_ == "aux"), verb.head)
    if let.lemma_ != "let" or verb.tag_ not in ("VB", "VBP") or verb.dep_ not in ("xcomp", "ccomp", "ROOT", "conj", "advcl"):
        return
    if any(
        c.dep_ in ("prt", "acomp", "advmod", "xcomp", "ccomp") or c.lower_ in ("to", "into", "of", "without") for c in verb.rights
    ):
        return
    before = next((c for c in verb.lefts if c.dep_ in ("nsubj", "dobj") and c.i > let.i), None)
    whom = before or next((c for c in verb.rights if c.dep_ == "dobj"), None)
    whom = whom or next((c for c in let.rights if c.dep_ == "dobj"), None)
    if whom is None or not (let.i + 1 == verb.i or whom.right_edge.i + 1 == verb.i):
        return
    if let.head == verb:  # the parser takes "let" for an auxiliary
        let.head, let.dep_ = (let, "ROOT") if verb.head == verb else (verb.head, verb.dep_)
        let.tag_, let.pos_ = ("VBD" if let.tag_ == "VB" else let.tag_), "VERB"
    for child in [c for c in verb.children if c != let]:
        child.head = let
    whom.head, whom.dep_ = let, "dobj"
    verb.head, verb.dep_, verb.pos_, verb.tag_ = let, "prt", "ADP", "RP"


def listed(thing: Token, vocab: Vocabulary) -> None:
    """ "Cairo cuts duties on rice, sugar": in a headline a comma is an "and" between bare nouns. Mended in place.

    So it is everywhere before another measure: "a tariff on steel from Chile, a ban on cars and a quota on rice".
    """
    first = _measure_before(thing, vocab)
    if first is not None:
        thing.head, thing.dep_ = first, "conj"
        return
    comma = thing.left_edge.i - 1
    if comma <= thing.sent.start or thing.doc[comma].text != "," or thing.sent[-1].text in (".", "?", "!", '"'):
        return
    first = thing.doc[comma - 1]
    if thing.dep_ == "appos" and first != thing.head:
        return
    if all(t.tag_ in ("NN", "NNS") and not any(c.dep_ in _SET_OFF or c.lower_ == "of" for c in t.children) for t in (thing, first)):
        thing.head, thing.dep_ = first, "conj"


def _measure_before(thing: Token, vocab: Vocabulary) -> Token | None:
    """The measure or noun of the same word before, in a list that "and" ends; up to the verb."""
    if not any(c.dep_ == "cc" for c in thing.children):
        return None
    for above in thing.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return None
        measures = all(vocab.evokes("noun", t.lemma_, ("sanction",)) for t in (above, thing))
        if above.pos_ == "NOUN" and (measures or above.lemma_ == thing.lemma_):
            return above
    return None


def as_well(second: Token) -> None:
    """ "against Boeing as well as Airbus": what the parser takes for the object of the last "as" stands beside what is before."""
    noun = next((c for c in second.children if c.dep_ == "pobj"), None)
    start = second.i - 2
    if noun is None or start < 1 or [t.lower_ for t in second.doc[start : second.i]] != ["as", "well"]:
        return
    before = second.doc[start - 1]
    before = second.doc[start - 2] if before.text == "," and start > 1 else before
    if before.pos_ in ("NOUN", "PROPN") and before.dep_ in ("pobj", "dobj", "conj", "nsubj", "nsubjpass", "appos", "attr"):
        noun.head, noun.dep_ = before, "conj"


def also_harmed(word: Token, vocab: Vocabulary) -> None:
    """ "Leaves ten dead and another six injured", "two are killed and five more wounded": so many more suffer. Mended in place."""
    above = word.head
    own = [c for c in word.children if c.dep_ == "nsubj"]
    if word.dep_ == "conj" and word.tag_ == "JJ" and above.pos_ == "VERB" and own:
        for child in own:
            child.dep_ = "nsubjpass"
    elif word.dep_ in ("amod", "acl") and above.tag_ == "CD" and above.dep_ == "conj" and above.head.pos_ == "VERB":
        verb = above.head
        word.head, word.dep_ = verb, "conj"
        above.head, above.dep_ = word, "nsubjpass"
    else:
        return
    stem = word.lower_.removesuffix("ed")
    lemma = next((w for w in (word.lower_, stem, stem + "e") if w in verbs(vocab)), word.lemma_)
    word.tag_, word.pos_, word.lemma_ = "VBN", "VERB", lemma


def then_did(verb: Token) -> None:
    """ "Banned exports of tin, then lifted the ban": the second act of one subject is beside the first. Mended in place."""
    first, before = verb.head, {c.lower_ for c in verb.lefts}
    bare = not any(c.dep_ in ("nsubj", "nsubjpass", "expl", "mark", "aux") for c in verb.lefts)
    if bare and "then" in before and verb.tag_ == first.tag_ and verb.tag_ in ("VBD", "VBZ") and first.i < verb.i:
        verb.dep_ = "conj"


def chosen_to(verb: Token, vocab: Vocabulary) -> None:
    """ "Picked a firm to build a refinery": what one is taken for is no purpose of who takes him. Mended in place."""
    above = verb.head
    taken = any(c.dep_ == "dobj" and c.i < verb.i for c in above.children)
    if taken and above.lemma_ in vocab.words("choosing-verbs") and any(c.tag_ == "TO" for c in verb.lefts):
        verb.dep_ = "xcomp"


def called_so(name: Token, vocab: Vocabulary) -> None:
    """ "Called the strike | a war crime": two noun phrases side by side behind a verb of naming are whom it names and what.

    Mended in place.
    """
    thing = name.head
    verb = thing.head
    beside = name.left_edge.i == thing.i + 1 and name.left_edge.tag_ == "DT" and name.dep_ in ("appos", "dobj")
    if beside and thing.dep_ == "dobj" and verb.lemma_ in vocab.words("naming-verbs"):
        name.head, name.dep_ = verb, "oprd"


def whose_object(thing: Token) -> None:
    """ "Rusal, whose cargoes customs officers blocked": what is put first with "whose" suffers what the next noun does."""
    doer = thing.head
    verb = doer.head
    whose = next((c for t in (thing, doer) for c in t.children if c.tag_ == "WP$"), None)
    if whose is None or whose.i + 1 != thing.left_edge.i + (whose.head == thing) or verb.dep_ != "relcl":
        return
    if verb.i < doer.i or any(c.dep_ in ("dobj", "auxpass", "attr", "acomp") for c in verb.children):
        return
    thing.head, thing.dep_ = verb, "dobj"
    whose.head = thing
