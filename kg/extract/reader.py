"""Who and what a noun phrase stands for, read in its block and its article: actors, owners, resources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from kg.extract.coordination import exemplifies
from kg.extract.coref import SPEAKER, Discourse
from kg.extract.issuing import issuers
from kg.extract.lexicon import Lexicon
from kg.extract.mentions import Block, Kind, Referent
from kg.extract.namesakes import is_electricity
from kg.extract.owners import at_sea, off_shore
from kg.extract.quoting import speakers
from kg.extract.scene import fronted_lands
from kg.extract.tokens import Token, halved
from kg.model import ActorType, Mention
from kg.vocab import Vocabulary

DEPTH = 3
# Entities that are no things that change hands.
_NO_THINGS = frozenset({"PERSON", "DATE", "TIME", "PERCENT", "CARDINAL", "ORDINAL", "QUANTITY", "NORP", "GPE", "LANGUAGE", "EVENT"})
_ONE = frozenset({"i", "me", "my", "mine"})


@dataclass(frozen=True)
class Reader:
    """Reads roles in one block, with the article's discourse for antecedents."""

    vocab: Vocabulary
    discourse: Discourse
    block: Block
    _acting: dict[tuple[int, bool], list[Referent]] = field(default_factory=dict)
    _meant: dict[tuple[int, int], list[Referent]] = field(default_factory=dict)

    @cached_property
    def lexicon(self) -> Lexicon:
        """The vocabulary as seen from a token."""
        return Lexicon(self.vocab)

    def actors(self, token: Token, places: bool = True) -> list[Referent]:
        """Actors that a token stands for, partitives ("a group of diplomats") and antecedents followed."""
        key = (token.i, places)
        if key not in self._acting:
            self._acting[key] = list(self._actors(token, places, DEPTH))
        return list(self._acting[key])

    def _actors(self, token: Token, places: bool, depth: int) -> Iterator[Referent]:
        land = token.lemma_.lower() in self.vocab.words("state-nouns")  # "the island of Nauru"
        if token.lemma_.lower() in self.vocab.words("body-parts"):  # "at the head of the minister" is at him
            if owner := next((t for t in under_of(token) if t.ent_type_ != "ORG" and self.block.referent(t).person), None):
                yield from self._actors(owner, places, depth - 1)
                return
        if (land or self._partitive(token)) and depth:
            found = [r for t in under_of(token) for r in self._actors(t, places, depth - 1)]
            if found:
                own = self.block.referent(token)
                if own.kind is Kind.ACTOR and own.mention.owners:
                    yield from self._sides(token) or [own]  # "the leaders of Chad and Niger"
                else:
                    yield from found
                return
        if sides := self._sides(token) or (self._examples(token, land, depth) if token.tag_ in ("NNS", "CD") else []):
            yield from sides
            return
        if token.lower_ in SPEAKER and token.tag_ in ("PRP", "PRP$"):
            yield from self._speaking(token)
            return
        if any(c.dep_ == "det" and c.lower_ == "no" for c in token.children) or self._titles(token):
            return  # "no country" is none
        if token.dep_ == "pobj" and token.lower_ in self.vocab.words("adverbial-nouns") and all(False for _ in token.children):
            return  # "in public" is how, not who
        for referent in self.discourse.referents(self.block, token):
            if referent.kind is Kind.ACTOR or (places and referent.kind is Kind.PLACE):
                yield referent

    def _titles(self, title: Token) -> bool:
        """Is it the first of two titles before a name, whose bearer does it: "banker and party loyalist Jane Orr resigned"?"""
        if (
            not (title.tag_ == "NN" or title.i == title.sent.start)
            or title.lemma_.lower() not in self.vocab.roles
            or any(c.dep_ in ("det", "poss") for c in title.lefts)
        ):
            return False
        bearers = (c for c in title.rights if c.dep_ == "conj" and c.ent_type_ == "PERSON" and c.pos_ == "PROPN")
        return any(t.dep_ in ("compound", "nmod") and t.text.islower() for c in bearers for t in c.lefts)

    def _speaking(self, token: Token) -> Iterator[Referent]:
        """Who says "I" or "we": the speaker of the quotation, a single person for "I"; else somebody of whom no more is known."""
        own, one = self.block.referent(token), token.lower_ in _ONE
        for subject in speakers(token, self.lexicon):
            for who in self._actors(subject, False, 1) if subject.lower_ not in SPEAKER else ():
                unknown = who.entity is None and who.mention.name and who.label not in self.vocab.roles
                if not one or ((who.person or unknown) and not who.plural):
                    yield replace(who, mention=replace(own.mention, antecedent=who.mention))
                    return
        ours = issuers(token, self.discourse)
        yield from (replace(who, mention=replace(own.mention, antecedent=who.mention)) for who in ours)
        if not ours:
            yield replace(own, kind=Kind.ACTOR, person=True, plural=not one, label=token.lower_)

    def _sides(self, token: Token) -> list[Referent]:
        """Each side of "Hungarian and Romanian officials", "envoys from Ethiopia, Sudan and Egypt", mentioned by its name."""
        own = self.block.referent(token)
        if own.kind is not Kind.ACTOR or own.entity or own.mention.name:
            return []
        firsts = [c for c in token.children if c.dep_ in ("amod", "nmod", "compound") and self.named(c)]
        firsts = firsts or [t for c in token.children if c.lower_ in ("from", "of") for t in c.children if t.dep_ == "pobj"]
        if not firsts and own.plural and not any(c.dep_ == "poss" for c in token.children):
            inside = (t for c in token.children if c.dep_ == "prep" and c.lower_ == "in" for t in c.children)
            firsts = [t for t in inside if self.named(t)] or [t for t in fronted_lands(token) if self.named(t)]
        joined = [m for c in firsts for m in (c, *c.conjuncts)]
        modifiers = [m for m in joined if self.named(m)]
        if len(modifiers) < 2 or not any(c.dep_ == "cc" for m in joined for c in m.children):
            return []
        found = []
        for modifier in modifiers:
            named = self.named(modifier)[0].mention
            mention = replace(named, head=own.mention.head, name="", owners=(named.text,))
            found.append(replace(own, mention=mention))
        return found

    def _examples(self, group: Token, land: bool, depth: int) -> list[Referent]:
        """Who several are told to be: "African countries including Chad and Niger", "leaders such as Macron", not "its leaders".

        Persons who are counted are others too: "twelve soldiers, including two Danes"; firms are known by the examples alone.
        """
        beside = next((c for c in group.rights if c.dep_ == "appos" and self.named(c)), None)
        told = [t for t in (beside, *beside.conjuncts) if t.i >= beside.i and self.named(t)] if beside is not None else []
        if len(told) > 1 and not self.block.referent(group).mention.name:
            return [r for t in told for r in self.named(t)]  # "three countries, Iran, Syria and Cuba, voted against it"
        kind = group.lemma_.lower() in self.vocab.words("exemplified-nouns")
        counted = not (land or kind) and any(c.dep_ == "nummod" for c in group.lefts)
        if not depth or not (land or kind or counted or self._of_nobody(group)):
            return []
        firsts = [f for t in (group, *group.conjuncts) if t.i >= group.i for c in t.rights if exemplifies(c) for f in c.rights]
        told = [t for f in firsts if f.dep_ == "pobj" for t in (f, *f.conjuncts)]
        known = (r for t in told for r in self.named(t) or self._actors(t, False, depth - 1))
        examples = [r for r in known if r.entity or (r.mention.owners and self.discourse.side(r))]
        role = self.vocab.roles.get(group.lemma_.lower())
        persons = counted and role is not None and role.type in (ActorType.PERSON, ActorType.POPULATION)
        group_of = self.discourse.referents(self.block, group) if persons and examples else ()
        own = [r for r in group_of if r.kind is Kind.ACTOR and (r.mention.owners or self.discourse.side(r))]
        return [*own, *examples]

    def _of_nobody(self, noun: Token) -> bool:
        own = self.block.referent(noun)
        return own.kind is Kind.ACTOR and not (own.mention.owners or own.entity or any(c.dep_ == "poss" for c in noun.children))

    def named(self, token: Token) -> list[Referent]:
        """The actor that a demonym or a name stands for as a modifier: "Russian occupation", "the Trump administration's push"."""
        found = self.block.names.get(token.i)
        if not found or not found.senses or token.head.lower_ in self.vocab.words("money-units"):
            return []
        entity = self.vocab.entities[found.senses[0].actor]
        top = token.head.head if token.head.dep_ == "compound" else token.head  # "the Pfizer BNT-162 vaccine"
        if entity.type is ActorType.COMPANY and top.lemma_.lower() in self.vocab.words("branded-goods"):
            return []  # "doses of the Pfizer vaccine" may come from anybody
        first, last = self.block.doc[found.start], self.block.doc[found.end - 1]
        start, end = first.idx, last.idx + len(last)
        offset = self.block.offset
        name = entity.label if found.senses[0].how == "demonym" else found.name
        mention = Mention(self.block.text[start:end], offset + start, offset + end, "", name)
        person = entity.type is ActorType.PERSON
        return [Referent(mention, Kind.ACTOR, False, person, entity.gender, None, entity.id, entity.label)]

    def modifier(self, token: Token) -> list[Referent]:
        """The actor that modifies an act's noun by name, demonym or role: "Russian occupation", "the police killing"."""
        found = self.block.names.get(token.i)
        voiced = token.head.lemma_.lower() in self.vocab.words("voiced-nouns")
        if found and found.senses and found.senses[0].how == "metonym" and token.dep_ == "compound" and not voiced:
            return []  # "the Kabul bombing", "Geneva talks": where, not who
        if named := self.named(token):
            return named
        own = self.block.referent(token) if token.pos_ == "NOUN" else None
        return list(self.discourse.referents(self.block, token)) if own and own.kind is Kind.ACTOR and not own.term else []

    def owners(self, token: Token, near: bool = False, places: bool = True) -> list[Referent]:
        """Those to whom a thing belongs ("Ukraine's minerals", "Palestinian homes", "villages near Macedonia").

        ``near`` asks for a possessor, a modifier or who did it: an avalanche in Idaho is not Idaho's act. Without ``places`` where
        something is tells nobody: a summit in Rome is not held with Italy.
        """
        if holders := self.holders(token):
            return holders
        if self._partitive(token) and token.pos_ != "PROPN":  # "most of Georgia's electricity"
            if found := [r for t in under_of(token) for r in self.owners(t, near, places)]:
                return found
        peoples = [c for c in token.children if c.dep_ == "amod" and self.named(c)]
        for child in token.children:
            if child.dep_ == "poss" and (actors := self.actors(child) or self._located(child)):
                if peoples and not any(self.discourse.side(r) for r in actors):
                    break  # "the carmaker's Hungarian factory": of the carmaker nothing is known
                return actors
        if peoples:  # "Russian, Belarusian fertiliser": both
            both = dict.fromkeys(m for p in peoples for m in (p, *p.conjuncts))
            return [r for m in both for r in self.named(m)]
        for child in token.children:
            if child.dep_ in ("amod", "compound", "nmod"):
                there = [] if near and child.dep_ != "amod" else self._located(child)  # "a Kabul bombing": no bombing by Kabul
                if found := self.modifier(child) or self.owners(child) or there:
                    return found
        ties = frozenset({"by"}) if near else self.vocab.words("owner-prepositions")
        ties -= frozenset() if places else self.vocab.words("place-prepositions")
        for child in token.children:
            if child.dep_ in ("prep", "agent") and child.lower_ in ties and not off_shore(child, self.vocab):
                for inner in child.children:
                    if inner.dep_ == "pobj":
                        all_of = (inner, *inner.conjuncts) if child.lower_ == "from" else (inner,)  # "from Chad and Mali"
                        return [r for t in all_of for r in self.actors(t)] or self.owners(inner, places=places)
        edict = token.lemma_.lower() in self.vocab.words("edict-nouns")  # whom a law helps, it does not belong to
        for child in token.children:  # "a bomb planted by the rebels" is theirs
            made = child.lemma_.lower() in self.vocab.words("outfitting-verbs")  # a missile made by a firm is not fired by it
            if near and child.dep_ == "acl" and child.tag_ == "VBN" and not made:
                if found := [r for c in child.children if c.dep_ == "agent" for t in c.children for r in self.actors(t, False)]:
                    return found
            if not near and child.dep_ in ("acl", "appos") and not edict and not self._passes_by(child):
                if found := [r for r in self.owners(child) if child.tag_ != "JJS" or self.discourse.side(r)]:
                    return found  # "a plant, Europe's largest" is not Europe's
        return []

    def _passes_by(self, participle: Token) -> bool:
        """Is it what a third does for two, who invented a brand, or where a thing goes? None of them tells whose it is.

        "A truce brokered by Egypt", "a vaccine developed by Pfizer", "a plane heading to Bahrain".
        """
        lemma, thing = participle.lemma_.lower(), participle.head.lemma_.lower()
        if participle.tag_ == "VBG":
            return participle.dep_ == "acl" and lemma in self.vocab.words("going-verbs")
        if thing in self.vocab.words("branded-goods") and self.vocab.evokes("verb", lemma, ("produce",)):
            return True
        cues = self.vocab.cues.get(("verb", lemma), ()) if participle.tag_ == "VBN" else ()
        return any(cue.frame.id == "frame/mediate" for cue in cues)

    def holders(self, token: Token) -> list[Referent]:
        """Who is said to own something: "Nexperia, a chipmaker belonging to China's Wingtech", "a mine owned by Rusal".

        So is who stands before the participle, or whose flag a ship flies: "the Chinese-owned pit", "flying the Chilean flag".
        """
        beside = [c for c in token.children if c.dep_ == "appos" or (c.dep_ == "compound" and token.pos_ == "PROPN")]
        for participle in (c for t in (token, *beside) for c in t.children if c.dep_ in ("acl", "relcl")):
            if participle.lemma_.lower() in self.vocab.words("owning-verbs"):
                for behind in (c for c in participle.children if c.dep_ in ("agent", "prep") and c.lower_ in ("by", "to")):
                    if found := [r for c in behind.children if c.dep_ == "pobj" for r in self.actors(c, False)]:
                        return found
            for flag in (c for c in participle.children if c.dep_ == "dobj" and c.lemma_.lower() == "flag"):
                if found := [r for c in flag.children for r in self.named(c)]:
                    return found
        owning = self.vocab.words("ownership-participles") - self.vocab.words("holding-participles")
        for participle in (c for t in (token, *beside) for c in t.children if c.dep_ == "amod" and c.tag_ == "VBN"):
            if participle.lower_ in owning:
                if found := [r for c in participle.lefts for r in self.named(c)]:
                    return found
        return []

    def _located(self, modifier: Token) -> list[Referent]:
        """The place that a thing is called by ("Goma airport"), or the plant in a state that makes it ("Rogun's power")."""
        known = self.block.names.get(modifier.i)
        place = self.vocab.places.get(known.place or "") if known else None
        if place and place.country and modifier.dep_ == "compound":
            return [self.block.referent(modifier)]
        own = self.block.referent(modifier)
        asset = self.vocab.resources.get(own.term or "")
        home = self.vocab.entities.get(asset.country or "") if asset and asset.asset else None
        if home is None or modifier.dep_ != "poss":
            return []
        mention = replace(own.mention, owners=(home.label, *own.mention.owners))
        return [replace(own, kind=Kind.ACTOR, mention=mention, label=own.mention.text)]

    def resources(self, token: Token, depth: int = DEPTH) -> list[Referent]:
        """Resources that a token stands for, containers ("reserves of", "access to") and modifiers ("lithium mine") followed."""
        key = (token.i, depth)
        if key not in self._meant:
            self._meant[key] = self._resources(token, depth)
        return list(self._meant[key])

    def _resources(self, token: Token, depth: int) -> list[Referent]:
        if token.lower_ in self.vocab.words("sea-nouns") and at_sea(token):
            return []
        before = {c.dep_ for c in token.children}
        if token.lower_ in self.vocab.words("articled-homographs") and before & {"det", "nummod", "poss"}:
            return []  # "took the lead": a metal stands without an article
        if token.lower_ in self.vocab.words("counted-homographs") and "nummod" in before:
            return []  # "the firm has two arms"
        meant = [r for r in self.discourse.referents(self.block, token) if r.term and r.term in self.vocab.resources]
        if not meant and token.lower_ == "power" and is_electricity(token, self.vocab):
            return [replace(self.block.referent(token), kind=Kind.RESOURCE, term="resource/electricity", label="electricity")]
        if meant:
            return self._contained(token, depth) or meant
        if not depth:
            return []
        return self._contained(token, depth) or self._modifying(token, depth)

    def _contained(self, token: Token, depth: int) -> list[Referent]:
        words, lemma = self.vocab.words, token.lemma_.lower()
        levy = lemma in words("levy-nouns")
        contains = levy or lemma in words("container-nouns") or lemma in words("partitives") or lemma in words("activity-nouns")
        own = self.block.resources.get(token.i)
        share = own is not None and self.vocab.is_kind(own.resource or "", {"resource/equity-stakes"})
        if not contains and token.pos_ != "NUM" and not share:
            return []
        where = ("in", "on") if levy else ("in",) if own is None or share else ()  # a tanker in a strait holds none of it
        held = [t for t in under_of(token, ("of", "to", "for", *where)) if t.lemma_.lower() not in words("dispute-nouns")]
        return [r for t in held for r in self.resources(t, depth - 1)]  # "shipments in the chip row" are of no chips

    def _modifying(self, token: Token, depth: int) -> list[Referent]:
        no_goods = self.vocab.words("trade-agents|settlement-nouns|frontier-nouns")
        if token.lemma_.lower() in no_goods or self._named_firm(token):
            return []  # a gold producer is no gold, a mining town no mine, a land border no land, a biotech company no biotech
        role = self.vocab.roles.get(token.lemma_.lower())
        if role is not None and role.type in (ActorType.PERSON, ActorType.POPULATION):
            return []  # boat people are no boats
        for child in token.children:
            if child.dep_ in ("compound", "amod", "nmod", "conj") and child.i < token.i:
                found = [r for c in (child, *child.conjuncts) if c.i < token.i for r in self.resources(c, depth - 1)]
                # Hospital treatment is no hospital, nor an airport guard an airport.
                if found and not self.vocab.is_kind(found[0].term or "", self.vocab.words("building-kinds")):
                    return found + self._listed_after(child, token, depth)
        return []

    def _listed_after(self, first: Token, noun: Token, depth: int) -> list[Referent]:
        """What "and" joins to the first word before a noun, though the parser hangs it on that: "oil, gas and gold sanctions"."""
        later = (c for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod") and c.i > first.i and c not in first.conjuncts)
        return [r for c in later if c.nbor(-1).lower_ in ("and", ",") for r in self.resources(c, depth - 1)]

    def _named_firm(self, token: Token) -> bool:
        """Is it a name before which a noun says that it is a company: "the coal miner Exxaro"?"""
        firms = self.vocab.words("firm-nouns")
        if token.lemma_.lower() in firms:
            return any(c.dep_ == "appos" and c.pos_ == "PROPN" for c in token.rights)
        before = (c.lemma_.lower() for c in token.lefts if c.dep_ in ("compound", "nmod") and c.tag_ == "NN")
        return token.pos_ == "PROPN" and not firms.isdisjoint(before)

    def things(self, token: Token, depth: int = DEPTH) -> list[Referent]:
        """A thing that no vocabulary knows ("a duty-free licence", "barges"), by its own words; measures and vessels are followed.

        Acts, bodies, persons, times and what English names by a suffix of abstraction ("agreement", "readiness") are none.
        """
        inside = [r for t in under_of(token) for r in self.things(t, depth - 1)] if depth and self._measures(token) else []
        if inside or not self._is_thing(token):
            return inside
        own = self.block.referent(token)
        before = [c for c in token.lefts if c.dep_ in ("compound", "amod") and c.lower_ not in ("same", "such")]
        words = [c.text for c in before if c.text.islower() and not self._partitive(c)]
        label = " ".join([*words, token.text]).lower()
        return [replace(own, kind=Kind.RESOURCE, term=None, label=label)]

    def _measures(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        flow = lemma in self.vocab.words("flow-nouns") and any(True for _ in under_of(token))  # "sales of the processor"
        return flow or self._partitive(token) or lemma in self.vocab.words("container-nouns")

    def _is_thing(self, token: Token) -> bool:
        lemma = token.lemma_.lower()
        if token.pos_ != "NOUN" or token.like_num or token.ent_type_ in _NO_THINGS or halved(token):
            return False
        if lemma in self.vocab.words("asset-nouns") and self.block.referent(token).kind is Kind.OTHER:
            return True
        if self._measures(token):
            return False
        if self.block.referent(token).kind is not Kind.OTHER or self.is_act(token):
            return False
        if lemma in self.vocab.words("thing-nouns"):
            return True
        if lemma in self.vocab.words("building-parts") and any(True for _ in under_of(token)):
            return False  # the front of a consulate is that of a thing
        return not self.is_abstract(token)

    def is_act(self, noun: Token) -> bool:
        """Does a noun by itself tell an act: "removal", "permission"?"""
        lemma = noun.lemma_.lower()
        return any(cue.words == (lemma,) for cue in self.vocab.cues.get(("noun", lemma), ()))

    def is_abstract(self, noun: Token) -> bool:
        """Is it an event or what English names by a suffix of abstraction: "agreement", "readiness"?"""
        lemma, words = noun.lemma_.lower(), self.vocab.words
        return lemma in words("abstract-nouns|event-nouns") or lemma.endswith(tuple(words("abstract-suffixes")))

    def _partitive(self, token: Token) -> bool:
        return token.lemma_.lower() in self.vocab.words("partitives") or token.pos_ == "NUM" or token.like_num


def under_of(token: Token, words: tuple[str, ...] = ("of",)) -> Iterator[Token]:
    """What stands behind "of" (or other prepositions) on a noun, with what is coordinated to it."""
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in words:
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield inner
                    yield from (c for c in inner.conjuncts if c.i > inner.i)
