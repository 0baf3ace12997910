"""Clauses whose verb the tagger took for a noun ("Zambia mines copper", "Police in Turkey arrest 304") → parsed anew.

News in the present tense is full of verbs that are spelt like nouns. A sentence whose root is no finite verb, and in which such
a word stands, is parsed again with the word in the past tense, as which no noun is spelt; the words themselves stay.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from kg.extract.adjacent import named_by
from kg.extract.occasion import of_occasion, verb_of_occasion
from kg.extract.pipeline import pipeline_of
from kg.extract.words import verbs
from kg.vocab import Vocabulary

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span, Token

# Asks for the parse of a sentence with these words changed, by their places, again and again; ends in the parse that is right.
Attempt: TypeAlias = "Generator[dict[int, str], Doc, Doc | None]"

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CLAUSES = frozenset({"ROOT", "ccomp", "conj", "parataxis"})
_BEFORE_NOUNS = frozenset({"compound", "amod", "nmod"})
_TRIES = 2
_LISTED = 3
_JOINING = frozenset({"and", ",", "&"})
_SIDES = 2
# No participle is spelt like it, as "arrested" is.
_PLAIN_PAST = "saw"
# No noun is spelt like it, as "mine" is.
_PLAIN_VERB = "obtain"
# No verb is spelt like it, as "occupied" is.
_PLAIN_ADJECTIVE = "western"
# No verb is spelt like it, as "deal" is.
_PLAIN_NOUN = "pact"
_SHORT = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprt]$")


def mend(docs: Sequence[Doc], nlp: Language, vocab: Vocabulary) -> list[Doc]:
    """The docs, where clauses had lost their verb others of the same words in which they have it again.

    Sentences wait for each other, so that those to be parsed again are parsed together, which is several times as fast.
    """
    sents = {(d, s): sent for d, doc in enumerate(docs) for s, sent in enumerate(doc.sents)}
    tries = {place: _tries(sent, nlp, vocab) for place, sent in sents.items()}
    asked = {place: changed for place, attempt in tries.items() if (changed := next(attempt, None)) is not None}
    again: dict[tuple[int, int], Doc] = {}
    while asked:
        parsed = _parsed([(sents[place], changed) for place, changed in asked.items()], nlp)
        for place, doc in zip(list(asked), parsed, strict=True):
            try:
                asked[place] = tries[place].send(doc)
            except StopIteration as end:
                del asked[place]
                if end.value is not None:
                    again[place] = end.value
    mended = {d for d, _ in again}
    return [
        _joined(doc, [again.get((d, s), sent) for s, sent in enumerate(doc.sents)]) if d in mended else doc
        for d, doc in enumerate(docs)
    ]


def _tries(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    """The sentence with its verb, or None; yields the words to be parsed anew, and is sent what becomes of them."""
    ways = (_infinitive, _present, _to_come) if _verb_before_to(sent, vocab) else (_to_come, _infinitive, _present)
    for way in (_plight, _nearing, *ways):
        again = yield from way(sent, nlp, vocab)
        if again is not None:
            return again
    return None


def _plight(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    """ "A camp in Jenin, occupied West Bank, is raided": a participle behind a comma, right before a land, is nobody's verb."""
    for token in sent[1:-1]:
        verb = token.tag_ in ("VBD", "VBN") and token.dep_ != "amod" and token.lower_ in vocab.words("plight-participles")
        if verb and token.nbor(-1).text == "," and token.nbor(1).ent_type_ in ("GPE", "LOC"):
            again = yield from _instead(token, _PLAIN_ADJECTIVE, lambda t: t.dep_ == "amod", nlp)
            if again is not None:
                return again
    return None


def _nearing(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    """ "Chile, Peru near lithium accord": right behind names and before a bare agreement, with no verb beside it, "near" is one."""
    if any(t.tag_ in _FINITE and t.lower_ not in vocab.words("agreement-nouns") for t in sent):
        return None
    for token in sent[1:-1]:
        if token.lower_ == "near" and token.tag_ == "IN" and token.nbor(-1).pos_ == "PROPN":
            following = [t.lower_ for t in sent.doc[token.i + 1 : min(token.i + 6, sent.end)]]
            if not vocab.words("agreement-nouns").isdisjoint(following):
                return (yield from _instead(token, _PLAIN_PAST, lambda t: t.tag_ == "VBD" and t.dep_ == "ROOT", nlp))
    return None


def _instead(word: Token, plain: str, fits: Callable[[Token], bool], nlp: Language) -> Attempt:
    """The sentence parsed with another word in the place of one, which keeps its own lemma, if the other is what it should be."""
    place = word.i - word.sent.start
    parsed = yield {place: plain}
    if not fits(parsed[place]) or parsed[0].sent.end != len(parsed):
        return None
    parsed = _finished(parsed, nlp)
    parsed[place].lemma_ = word.lower_
    return parsed


def _present(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    return (yield from _again(sent, nlp, vocab)) if _lost(sent, vocab) else None


def _infinitive(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    """ "rights to mine nickel": a bare noun after "to" and before a resource that it is no name of is a verb.

    So it is behind a verb whose "to" is never said of a thing: "vowed to jail protest leaders".
    """
    for verb in [token.nbor(1) for token in sent[1:-2] if token.lower_ == "to"]:
        listed = verb.tag_ in ("NN", "JJ") and verb.text.islower() and verb.lower_ in verbs(vocab)
        intended = verb.i > sent.start + 1 and verb.nbor(-2).lemma_.lower() in vocab.words("intending-verbs")
        if listed and (intended or _before_resource(verb, vocab)):
            again = yield from _instead(verb, _PLAIN_VERB, lambda t: t.tag_ == "VB", nlp)
            if again is not None:
                return again
    return None


def _before_resource(word: Token, vocab: Vocabulary) -> bool:
    """Is it followed by the name of a resource, of which it is no part, as it is in "fuel oil"?"""
    following = [t.lower_ for t in word.doc[word.i + 1 : word.i + 4]]
    names = [" ".join(following[:size]) for size in range(1, len(following) + 1)]
    longer = any(f"{word.lower_} {name}" in vocab.resource_names for name in names)
    return not longer and any(name in vocab.resource_names for name in names)


def _verb_before_to(sent: Span, vocab: Vocabulary) -> bool:
    """Does a name have a verb already before "to" ("EU eyes Kazakh uranium to replace fuel")?"""
    future = _future(sent, vocab)
    before = sent[1 : future - 1] if future is not None and future > 2 else ()
    return any(
        t.tag_ == "NNS" and t.text.islower() and t.nbor(-1).pos_ == "PROPN" and t.lemma_.lower() in verbs(vocab) for t in before
    )


def _lost(sent: Span, vocab: Vocabulary) -> bool:
    """Has the sentence no finite verb at its root, a list of names that only a comma joins, or a verb that modifies a noun?"""
    root = sent.root
    if root.tag_ in _FINITE:
        return bool(
            _listed(sent, root.i - sent.start)
            or any(_misplaced(t) or _disagrees(t) for t in sent)
            or of_occasion(root, vocab)
            or verb_of_occasion(sent, vocab) is not None
        )
    if any(c.dep_ == "relcl" and named_by(root, c) is not None for c in root.children):
        return False  # "Saudi fund PIF plans to invest": the verb is there
    if root.tag_ == "VBN" and {"nsubj", "dobj"} <= {c.dep_ for c in root.children} and sent[-1].text == ".":
        return False  # "Peru, meanwhile, scrapped export taxes.": so is it, if for a participle
    helped = any(c.dep_ in ("aux", "auxpass", "cop") for c in root.children)
    return len(sent) > 3 and not helped and root.tag_ != "VB"


def _misplaced(token: Token) -> bool:
    """Is it a finite verb where none can be: before a noun, or as what joins no clause after a comma ("…, spares cathodes")?"""
    tag = token.tag_
    if tag != "NNS":
        return tag in ("VBZ", "VBP") and token.dep_ in _BEFORE_NOUNS and token.text.islower()
    if _before_comma(token) or _coordinated(token):
        return True
    bare = token.dep_ in ("compound", "nmod", "appos") and token.sent[-1].text != "."
    return bare and token.i > token.sent.start and token.nbor(-1).text == ","


def _coordinated(token: Token) -> bool:
    """Is it behind "and" and right before a determiner: "sits on vast reserves and ships most of its ore"? No noun stands there."""
    if token.dep_ != "conj" or token.i + 3 >= token.sent.end or token.nbor(-1).lower_ != "and":
        return False
    words = (token.nbor(1).lower_, token.nbor(2).lower_)
    return words[0] in ("a", "an") or words == ("most", "of") or token.nbor(1).tag_ == "PRP$"


def _before_comma(token: Token) -> bool:
    """Is it behind a name in what a comma parts from its verb: "Brazil exports beef, buys wheat"? No comma stands there."""
    subject, verb = token.head, token.head.head
    if token.dep_ != "compound" or subject.dep_ != "nsubj" or verb.tag_ != "VBZ":
        return False
    behind = token.nbor(-1).pos_ == "PROPN" if token.i > token.sent.start else False
    return behind and subject.i + 2 == verb.i and subject.nbor(1).text == ","


def _disagrees(token: Token) -> bool:
    """Is it a plural verb of one person or thing ("The Tunisian court jails", read as "court")?"""
    if token.tag_ != "VBP" or token.dep_ != "ROOT" or token.lemma_ == "be":
        return False
    subjects = [c for c in token.children if c.dep_ == "nsubj"]
    return len(subjects) == 1 and subjects[0].tag_ in ("JJ", "NN") and not any(c.dep_ == "conj" for c in subjects[0].children)


def _to_come(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    future = _future(sent, vocab)
    if future is None:
        return None
    parsed = yield {future: "will", **_listed(sent, future)}
    told = parsed[future]
    whole = told.tag_ == "MD" and told.head.tag_ == "VB" and any(c.dep_ == "nsubj" for c in told.head.children)
    return _finished(parsed, nlp) if whole else None


def _again(sent: Span, nlp: Language, vocab: Vocabulary) -> Attempt:
    root = sent.root
    finite, second = root.tag_ in _FINITE, verb_of_occasion(sent, vocab)
    behind = second if second is not None else _pair(sent, vocab)
    if finite and (joining := _listed(sent, root.i - sent.start)):
        parsed = yield joining
        same = parsed[root.i - sent.start]
        if same.tag_ in _FINITE and any(c.dep_ == "nsubj" and c.i < same.i for c in same.children) and behind is None:
            return _finished(parsed, nlp)
    for token, lemma in list(_suspects(sent, behind, vocab))[:_TRIES]:
        if lemma == token.lower_ in vocab.resource_names and token.nbor(1).pos_ == "NOUN":
            continue  # "China, Russia gas talks stall"
        inflected = token.lower_.endswith("s") and lemma != token.lower_
        if finite and not (inflected or token.tag_ == "VBP" or token.i == behind):
            continue  # what there is already a verb for must look like one
        position = token.i - sent.start
        # "Ukraine, US sign minerals deal": what was taken for the verb is the last noun.
        last = {len(sent) - 1: _PLAIN_NOUN} if token.i == behind and root == sent[-1] and root.tag_ != "NNS" else {}
        for form in (past(lemma, nlp), _PLAIN_PAST):
            parsed = yield {position: form, **_listed(sent, position), **last}
            verb = parsed[position]
            if _whole(verb, finite, token.i == second) and parsed[0].sent.end == len(parsed):
                parsed = _finished(parsed, nlp)
                for child in verb.rights if finite else ():
                    child.dep_ = "dobj" if child.dep_ == "nsubj" else child.dep_  # "…, angers Eramet"
                present = "VBZ" if token.lower_.endswith("s") else "VBP"
                verb.lemma_, verb.tag_ = lemma, "VBD" if token.lower_.endswith("ed") else present
                for place in last:
                    parsed[place].lemma_ = sent[place].lower_
                return parsed
    return None


def _whole(verb: Token, second: bool, of_time: bool) -> bool:
    """Has the verb all that makes it one: a clause of its own and a subject, or as the second of a sentence an object?"""
    deps = {c.dep_ for c in verb.children}
    if verb.tag_ == "VBN" and verb.dep_ == "ROOT":
        return bool(deps & {"nsubj"}) and not deps & {"aux", "auxpass"}  # "Nickel miners struck in May"
    if of_time and verb.dep_ == "advcl":
        return verb.tag_ == "VBD" and "nsubj" in deps
    return verb.tag_ == "VBD" and verb.dep_ in _CLAUSES and ("nsubj" in deps or (second and verb.dep_ == "conj" and "dobj" in deps))


def _future(sent: Span, vocab: Vocabulary) -> int | None:
    """Where a headline's "to" stands for "will": "Ankara to buy jets"; the words before it are names and nouns only."""
    if sent[-1].text == ".":
        return None
    for token in sent[1:-1]:
        if token.pos_ in ("VERB", "AUX"):
            return None
        following = token.nbor(1)
        verb = following.tag_ == "VB" or (following.text.islower() and following.lower_ in verbs(vocab))
        if token.lower_ == "to" and verb and token.nbor(-1).pos_ in ("NOUN", "PROPN"):
            return int(token.i - sent.start)
    return None


def _listed(sent: Span, verb: int) -> dict[int, str]:
    """The comma for which a headline leaves out "and" before its verb: "Kyiv, Warsaw seal pact"."""
    commas = [i for i in range(1, verb - 1) if sent[i].text == ","]
    if not 0 < len(commas) <= _LISTED or sent[-1].text == ".":
        return {}
    names = all(t.pos_ in ("PROPN", "NOUN") or t.ent_type_ or t.tag_ == "POS" or t.text == "," for t in sent[:verb])
    return {commas[-1]: "and"} if names else {}


def _suspects(sent: Span, behind: int | None, vocab: Vocabulary) -> Iterator[tuple[Token, str]]:
    """Words that may be the lost verb, the root first, each with its lemma as a verb."""
    listed = verbs(vocab)
    root = sent.root
    if root.pos_ in ("NOUN", "PROPN") and sent[-1].text == ".":
        # What a sentence takes for a participle behind its only noun is its verb: "A newspaper called on Monday on Arabs to unite."
        nouns = [root, *(n for p in root.rights if p.dep_ == "prep" for n in p.children if n.dep_ == "pobj")]
        yield from ((c, c.lemma_.lower()) for n in nouns for c in n.rights if c.dep_ == "acl" and c.tag_ == "VBN")
        # "Peru test-fired two rockets": behind a name, what seems to modify the only noun is its verb.
        yield from ((c, c.lemma_.lower()) for c in root.lefts if c.tag_ == "VBN" and c.dep_ == "amod" and _behind_name(c, listed))
    for token in sorted(sent[1:], key=lambda t: (not _misplaced(t), t.i != behind, t != root, t.i)):
        last = token == root and token.tag_ == "NNS" and token.nbor(-1).pos_ == "PROPN"  # "…; Drummond sues"
        inside = token.i < sent.end - (1 if token.i == behind else 2) or last or _misplaced(token)
        noun = token.tag_ in ("NN", "NNS", "NNP", "NNPS") or _misplaced(token) or _listed(sent, token.i - sent.start)
        governed = token.nbor(-1).pos_ == "ADP" or token.nbor(-1).tag_ in ("DT", "PRP$")  # a verb stands behind none of these
        if not inside or governed or token.ent_type_ or not token.text.islower() or not noun:
            continue
        lemma = token.lower_ if token.tag_ in ("NN", "NNP") else token.lemma_.lower()
        if lemma in listed and lemma != token.lower_ + "s":
            yield token, lemma


def _pair(sent: Span, vocab: Vocabulary) -> int | None:
    """The place of the bare word behind two names that open a sentence: "Ukraine and US sign minerals deal"; None without it."""
    size = next((i for i, t in enumerate(sent) if not (t.pos_ == "PROPN" or t.text in _JOINING or _of_people(t, sent))), len(sent))
    joined = any(t.text in _JOINING for t in sent[1 : size - 1]) if size > _SIDES else False
    if not joined or size + 1 >= len(sent) or sent[size].lower_ in vocab.resource_names:
        return None
    return int(sent[size].i) if sent[size].tag_ in ("NN", "VB", "VBP", "JJ") and sent[size].lower_ in verbs(vocab) else None


def _of_people(token: Token, sent: Span) -> bool:
    """Does it name people by their nation, "Kurdish" or "guards" in "Kurdish guards, Druze militia trade fire"?"""
    if token.ent_type_ == "NORP":
        return True
    return token.tag_ == "NNS" and token.i > sent.start and token.text.islower() and token.nbor(-1).ent_type_ == "NORP"


def _behind_name(word: Token, listed: frozenset[str]) -> bool:
    first = word.left_edge
    return first.i > word.sent.start and first.nbor(-1).pos_ == "PROPN" and word.lemma_.lower() in listed


def past(lemma: str, nlp: Language) -> str:
    """The past tense of a verb.

    >>> import spacy
    >>> past("arrest", spacy.blank("en")), past("ban", spacy.blank("en")), past("deny", spacy.blank("en"))
    ('arrested', 'banned', 'denied')
    """
    irregular = _irregular(nlp).get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if _SHORT.match(lemma) else "") + "ed"


@lru_cache(maxsize=2)
def _irregular(nlp: Language) -> dict[str, str]:
    """Irregular pasts, from the pipeline's lemmatiser where it has a table of them."""
    if "lemmatizer" not in nlp.pipe_names:
        return {}
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    if not lookups.has_table("lemma_exc"):
        return {}
    found: dict[str, str] = {}
    for form, lemmas in lookups.get_table("lemma_exc").get("verb", {}).items():
        if not form.endswith(("ing", "s", "n", "ed")):
            found.setdefault(lemmas[0], form)
    return found


def _parsed(sentences: Iterable[tuple[Span, Mapping[int, str]]], nlp: Language) -> list[Doc]:
    """Sentences with some of their words changed, parsed."""
    from spacy.tokens import Doc

    docs = [
        Doc(nlp.vocab, words=[changed.get(i, t.text) for i, t in enumerate(sent)], spaces=[bool(t.whitespace_) for t in sent])
        for sent, changed in sentences
    ]
    return pipeline_of(nlp).tree(docs)


def _finished(doc: Doc, nlp: Language) -> Doc:
    """The parsed words with what the pipeline adds to tags and trees; names stay what they were."""
    return pipeline_of(nlp).beyond_tree([doc])[0]


def _joined(doc: Doc, parts: list[Doc | Span]) -> Doc:
    from spacy.tokens import Doc

    tokens = [t for part in parts for t in part]
    heads: list[int] = []
    for part in parts:
        start = part[0].i
        heads.extend(len(heads) - (t.i - start) + (t.head.i - start) for t in part)
    joined = Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        tags=[t.tag_ for t in tokens],
        pos=[t.pos_ for t in tokens],
        lemmas=[t.lemma_ for t in tokens],
        heads=heads,
        deps=[t.dep_ for t in tokens],
        ents=[f"{t.ent_iob_}-{t.ent_type_}" if t.ent_type_ else "O" for t in doc],
    )
    joined.user_data.update(doc.user_data)
    return joined
