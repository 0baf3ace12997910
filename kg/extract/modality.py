"""Did it happen, and who stands behind it: climbing from a predicate to what governs it.

On the way up, auxiliaries, operators ("plans to", "ready to", "halt"), light verbs and reporting verbs leave their mark on a
:class:`Context`. A verb of proposal outranks a hedge below it; a hedge on the verb of proposal itself wins over it.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.extract.arguments import merge, slots, verb_slots
from kg.extract.context import (
    Context,
    attributes,
    auxiliaries,
    denied_noun,
    has_auxiliary,
    inverted,
    is_negated,
    plural,
    presupposed,
    subjunctive,
)
from kg.extract.control import assembled, called, gerund, party
from kg.extract.coordination import first_conjunct
from kg.extract.governor import governor, infinitive
from kg.extract.lexicon import Lexicon
from kg.extract.operators import LIGHT_LINKS, applies, as_meant, lend, operate, operator_above, outranks
from kg.extract.tokens import Token
from kg.extract.voice import is_passive
from kg.model import Mode, Status
from kg.vocab import Operator

_LIMIT = 12
_WHOEVER = frozenset({"anyone", "anybody", "whoever"})


def climb(predicate: Token, lexicon: Lexicon, absorbers: Mapping[int, str]) -> Context:
    """Walk from ``predicate`` to the root of its sentence. ``absorbers`` are tokens of cues that take a content."""
    context = Context()
    if predicate.pos_ in ("VERB", "AUX"):
        auxiliaries(predicate, context, lexicon)
    elif predicate.dep_ == "acomp" or predicate.pos_ == "ADJ":
        if predicate.head.pos_ in ("AUX", "VERB"):
            auxiliaries(predicate.head, context, lexicon)
            if is_negated(predicate, lexicon):
                context.negated = not context.negated
    elif is_negated(predicate, lexicon):
        context.negated = not context.negated
    if any(c.dep_ == "amod" and c.lower_ in lexicon.words("attributes-hedged") for c in predicate.children):
        context.mode = Mode.HEDGED
    node, modal = predicate, True
    for _ in range(_LIMIT):
        top = first_conjunct(node)
        if top != node and node.pos_ == "VERB" and top.pos_ in ("VERB", "AUX") and not has_auxiliary(node) and _shares(node, top):
            auxiliaries(top, context, lexicon, shared=True)
        parent, link = governor(top)
        if parent is None:
            break
        lent, whole = bool(context.subject), modal
        modal = _step(top, parent, link, context, lexicon, absorbers, modal)
        timed = predicate.head.lower_ in lexicon.words("temporals") and link not in ("advcl", "relcl", "acl")
        if not lent and not whole and predicate.pos_ == "NOUN" and not timed:
            context.subject = []  # "mourned the victims of the riots": those who mourn have not rioted
        node = parent
    if context.mode is Mode.DONE and context.light is None and predicate.pos_ in ("NOUN", "PROPN"):
        attributes(predicate, context, lexicon)
    if context.mode is Mode.ENDED and not context.negated:
        context.mode = Mode.DONE  # "has not stopped selling arms"
    if context.denied:
        return context  # a plan that is denied is not for that refused
    if context.mode is Mode.REFUSED and not context.negated:
        context.mode = Mode.HEDGED  # "has not ruled out buying oil"
    unready = context.mode is Mode.OFFERED and any(t.pos_ == "ADJ" for t in context.consumed)  # "is not ready to sell"
    if context.negated and (context.mode is Mode.PLANNED or unready):
        context.mode = Mode.REFUSED
    return context


def _shares(verb: Token, first: Token) -> bool:
    """Does a coordinated verb share the first one's auxiliaries? Not one in the past after a modal ("would go but stayed")."""
    modal = any(c.dep_ == "aux" and (c.tag_ == "MD" or c.lemma_ == "do") for c in first.children)
    return not (modal and verb.tag_ in ("VBD", "VBZ", "VBP"))


def _not_yet(node: Token, parent: Token, link: str, context: Context, lexicon: Lexicon, modal: bool) -> None:
    """An infinitive that tells what one learns or is prepared to do: "taught them how to build", "trained rebels to fight"."""
    if link in ("xcomp", "ccomp") and infinitive(node) and any(c.tag_ in ("WRB", "WP") for c in node.lefts):
        context.supposed = True
    if link in ("relcl", "acl") and modal and infinitive(node) and parent.lemma_ in lexicon.words("way-nouns"):
        context.mode = Mode.HEDGED if context.mode is Mode.DONE else context.mode  # "clears the way for Chad to develop it"
    if link in ("xcomp", "advcl") and modal and infinitive(node) and parent.lemma_ in lexicon.words("preparing-verbs"):
        context.mode = Mode.PLANNED if context.mode is Mode.DONE else context.mode


def _step(
    node: Token, parent: Token, link: str, context: Context, lexicon: Lexicon, absorbers: Mapping[int, str], modal: bool
) -> bool:
    """Let ``parent`` leave its mark; returns whether governors further up still bear on the mode."""
    if link == "oprd" and node.pos_ == "NOUN":
        return False  # what something is called nobody does by calling it so
    _not_yet(node, parent, link, context, lexicon, modal)
    operator = operator_above(node, parent, link, lexicon)
    # "promised to sell" promises; "promised that it would sell" and "claims to have sold" report.
    report = lexicon.report(parent) and not (operator and operator.mode and link in ("xcomp", "acl", "pcomp:of"))
    reported = link in ("ccomp", "parataxis") or (report and link in ("xcomp", "acl", "pcomp:of", "pcomp:that"))
    # "renewed | its calls for Germany to send tanks"
    plea = parent.head if link == "advcl" and parent.dep_ == "dobj" and parent.i not in absorbers else parent
    if _told_by_noun_or_plea(node, parent, link, absorbers.get(plea.i), modal):
        context.absorbed = context.absorbed or plea
        return False
    if reported or _trailing(node, parent, link):
        return _clause(node, parent, link, context, lexicon, absorbers, modal, report)
    if modal:
        called(node, link, parent, context, lexicon)
    context.own_voice = context.own_voice or presupposed(node, parent, link)
    if link in ("relcl", "acl") and (
        parent.lower_ in _WHOEVER or any(c.lower_ == "any" and c.dep_ == "det" for c in parent.children)
    ):
        context.supposed = True  # "any group that takes up arms": nobody has
    if link in ("advcl", "relcl"):
        return _subordinate(node, parent, link, context, lexicon, modal)
    if link.startswith("pcomp:") and parent.pos_ in ("VERB", "ADJ") and node.pos_ in ("VERB", "AUX"):
        gerund(node, parent, link, context, lexicon)
    if link == "acl" and node.tag_ == "VBN" and not infinitive(node):
        return False  # "an agreement signed by Chad": what was done to it, not what it is about
    if not modal:
        return False
    event = node.pos_ in ("NOUN", "PROPN") or node.lemma_.lower() in lexicon.words("partitives")
    own = outranks(operator, link) or _own_act(node, parent, lexicon)
    charged = absorbers.get(parent.i) == "accuse" and link in ("pcomp:of", "pcomp:for")  # "suspects them of …", "is tried for …"
    taken = _takes_content(link, event, absorbers[parent.i]) if parent.i in absorbers else False
    if taken and (charged or not own) and not party(node, parent, lexicon):  # "urged restraint in a call with Rabat"
        context.absorbed = context.absorbed or parent
        return False
    return _bear(node, parent, link, as_meant(operator, parent, event, context, lexicon), event, context, lexicon)


def _bear(
    node: Token, parent: Token, link: str, operator: Operator | None, event: bool, context: Context, lexicon: Lexicon
) -> bool:
    """Let an operator, a light verb or a word that only carries on bear on what stands below it."""
    falls = parent.lemma_.lower() in lexicon.words("changes-down")  # "its exports dropped": less, not none
    beside = any(c.dep_ == "dobj" for c in parent.children)
    transitive = link == "nsubj" and (falls or beside)
    if beside and link == "pobj:on" and operator and operator.mode is Mode.ENDED:
        context.supposed, operator = True, None  # "removed customs duties on imports": no imports end
    if operator and applies(operator, link, event, parent.pos_ == "VERB" and node.i < parent.i, transitive):
        operate(node, parent, operator, context, lexicon)
        return True
    if link == "xcomp" and node.tag_ == "VBG" and not context.subject and is_passive(parent):
        context.subject = list(verb_slots(parent).get("obj", []))  # "were seen talking"
    if event and lexicon.light(parent) and link in LIGHT_LINKS and not (transitive and _holds_an_act(parent, lexicon)):
        lend(node, parent, context, lexicon)
        return True
    return _through(node, parent, link, context, lexicon)


def _told_by_noun_or_plea(node: Token, parent: Token, link: str, absorber: str | None, modal: bool) -> bool:
    """Is a clause told by the speech act above: "allegations that Iran arms them", "called on the authorities to provide seeds"?"""
    if link in ("acl", "ccomp") and parent.pos_ == "NOUN" and absorber == "accuse":
        return True
    return link == "advcl" and modal and absorber == "request" and infinitive(node) and node.i > parent.i


def _holds_an_act(verb: Token, lexicon: Lexicon) -> bool:
    """Is the object an act of its own, and so not what the subject does: "his bid has the backing of Peru"?"""
    return any(c.dep_ == "dobj" and ("noun", c.lemma_) in lexicon.vocab.cues for c in verb.children)


def _subordinate(node: Token, parent: Token, link: str, context: Context, lexicon: Lexicon, modal: bool) -> bool:
    """A relative or adverbial clause: told beside its parent, unless it says what an offer or a deal is."""
    noun = parent if link == "relcl" and context.mode in (Mode.CONDITIONAL, Mode.HEDGED) and parent.pos_ == "NOUN" else None
    terms = lexicon.operator(noun) if noun is not None and modal else None
    if terms and terms.mode and terms.mode.status is Status.PROPOSED:
        context.mode = terms.mode  # "a deal that would let X benefit": the relative clause says what is proposed
        context.consumed.append(parent)
        return True
    if link == "advcl" and modal and (offer := _noun_of_offer(node, parent, lexicon)) is not None:
        operator = lexicon.operator(offer)
        if operator:
            operate(node, offer, operator, context, lexicon)
            return True
    if link == "relcl" and modal and (being := _cleft(parent)) is not None:
        auxiliaries(being, context, lexicon, tense_only=True)
        affirmed = parent.left_edge.i > 0 and parent.left_edge.nbor(-1).lower_ == "but"
        if not affirmed and any(c.dep_ == "neg" and c.i < parent.i for c in being.children):
            context.negated = not context.negated
        return False
    context.relative = context.relative or link == "relcl"
    _adverbial(node, link, context, lexicon, modal)
    return False


def _cleft(noun: Token) -> Token | None:
    """The "is" of "it is China that …", which says of the whole clause whether it is so; what follows "but" it affirms."""
    being = next((t for t in noun.ancestors if t.lemma_ == "be"), None)
    begun = being is not None and any(c.lower_ == "it" and c.dep_ == "nsubj" for c in being.lefts)
    return being if begun else None


def _own_act(node: Token, parent: Token, lexicon: Lexicon) -> bool:
    """Does a state approve a deal of its own, of which no other doer is told: "the cabinet approved the purchase of fighters"?"""
    if parent.lemma_.lower() not in lexicon.words("approving-verbs") or node.lemma_.lower() not in lexicon.words("dealing-nouns"):
        return False
    return node.dep_ in ("dobj", "nsubjpass") and not any(c.dep_ == "poss" or c.lower_ in ("by", "between") for c in node.children)


def _through(node: Token, parent: Token, link: str, context: Context, lexicon: Lexicon) -> bool:
    """Words that only carry on what stands below them: copulas, "have to", the verb of an act's noun ("talks continue")."""
    context.subject = context.subject or assembled(node, parent, link, lexicon) or party(node, parent, lexicon)
    if link == "xcomp" and parent.lemma_ == "be" and infinitive(node):
        # "is to supply": arranged, not yet done
        if context.mode is Mode.DONE:
            context.mode = Mode.PLANNED
        context.subject = context.subject or verb_slots(parent).get("subj", [])
        return True
    if parent.pos_ == "AUX" and link in ("acomp", "attr", "xcomp"):
        if link == "attr" and node.pos_ == "NOUN":
            auxiliaries(parent, context, lexicon, tense_only=True)  # "there will be no talks", "will be the sole buyer"
        if node.pos_ == "ADJ" and context.consumed:
            auxiliaries(parent, context, lexicon, governor=True)  # "is not ready to", "may be willing to"
        return True
    if link == "xcomp" and parent.lemma_ in ("have", "need") and parent.pos_ == "VERB":
        hedged = any(c.dep_ == "aux" and c.lower_ in lexicon.words("modals-hedged") for c in parent.children)
        if hedged:
            context.mode = Mode.HEDGED  # "might have to stop": nobody wants it, it may come to that
        else:
            context.mode, context.obliged = Mode.SOUGHT, True
        context.subject = context.subject or verb_slots(parent).get("subj", [])
        return True
    if link == "pobj:of" and (parent.lemma_.lower() in lexicon.words("partitives") or parent.ent_type_ == "MONEY"):
        return True  # "paused most of its aid", "announced 2 billion euros of investment"
    if link == "pobj:in" and node.lemma_.lower() in lexicon.words("resumes-aid"):
        if parent.lemma_.lower() in lexicon.words("changes-up"):  # "an increase in aid | to Sudan"
            context.lent = merge(context.lent, {k: v for k, v in slots(parent).items() if k in ("to", "for")})
            return True
    if link == "csubj":
        _in_prospect(parent, context, lexicon)  # "ceding land is unthinkable"
    if link == "nsubj" and node.pos_ in ("NOUN", "PROPN") and parent.pos_ in ("VERB", "AUX"):
        _in_prospect(parent, context, lexicon)
        auxiliaries(parent, context, lexicon, tense_only=True)
        return True
    if link == "pobj:in" and parent.pos_ == "VERB" and node.lemma_.lower() in lexicon.words("stance-nouns") and not context.subject:
        if not any(c.dep_ in ("det", "poss") for c in node.children):
            context.subject, context.light = list(verb_slots(parent).get("subj", [])), parent  # "dumped milk in protest at a tax"
            auxiliaries(parent, context, lexicon, tense_only=True)
    if link in ("pobj:on", "pobj:during") and node.lemma_.lower() in lexicon.words("visit-nouns") and not context.subject:
        context.subject = list(verb_slots(parent).get("subj", [])) if parent.pos_ == "VERB" else []  # "on a visit to Fiji, she …"
    if link == "xcomp" and infinitive(node) and not context.subject:
        above = verb_slots(parent)  # whatever the verb: "voted to impeach" its subject, "helped them to flee" its object
        toured = parent.lemma_.lower() in lexicon.words("touring-verbs")  # "toured the Gulf to seek support": who toured it seeks
        context.subject = list((not toured and above.get("obj")) or above.get("subj") or ())
    return False


def _in_prospect(being: Token, context: Context, lexicon: Lexicon) -> None:
    """An act of which it is said that it is likely, close or in sight has not been done: "a deal with Kyiv is near"."""
    if being.lemma_ not in lexicon.words("linking-verbs") or context.mode is not Mode.DONE:
        return
    for child in being.rights:
        operator = lexicon.operator(child) if child.dep_ in ("acomp", "advmod", "attr", "oprd") else None
        if operator is not None and operator.pos == "adjective" and operator.mode in (Mode.PLANNED, Mode.HEDGED):
            bare = not any(c.dep_ in ("xcomp", "ccomp") or (c.dep_ == "prep" and c.lower_ == "to") for c in child.children)
            if bare:
                context.set_mode(operator.mode)
                context.negated = context.negated != operator.negates
                return
        within = child.children if child.dep_ == "prep" else ()
        if any(c.dep_ == "pobj" and c.lemma_.lower() in lexicon.words("prospect-nouns") for c in within):
            context.set_mode(Mode.PLANNED)
            return


def _noun_of_offer(node: Token, parent: Token, lexicon: Lexicon) -> Token | None:
    """The noun that an infinitive completes although it hangs on the light verb: "extended an invitation for X to join"."""
    if not lexicon.light(parent) or not infinitive(node):
        return None
    for child in parent.children:
        if child.dep_ == "dobj" and child.i < node.i and (operator := lexicon.operator(child)):
            if operator.mode and operator.mode.status is Status.PROPOSED:
                return child
    return None


def _takes_content(link: str, event: bool, relation: str) -> bool:
    if link.startswith("pcomp") or link in ("xcomp", "ccomp", "acl"):
        return True
    return event and (link in ("dobj", "nsubjpass") or link.startswith("pobj")) and relation != "consult"


def _trailing(node: Token, parent: Token, link: str) -> bool:
    return (
        link == "advcl"
        and parent.pos_ == "VERB"
        and node.i < parent.i
        and any(c.dep_ == "nsubj" and c.i > node.i for c in parent.children)
        and node.tag_ in ("VBD", "VBZ", "VBP")
        and not any(c.dep_ == "mark" or c.tag_ == "WRB" for c in node.children)
    )


def _clause(
    node: Token,
    parent: Token,
    link: str,
    context: Context,
    lexicon: Lexicon,
    absorbers: Mapping[int, str],
    modal: bool,
    report: bool,
) -> bool:
    """A finite clause below a verb or noun: reported, demanded, or wished."""
    operator = operator_above(node, parent, link, lexicon)
    wished = subjunctive(node) and not (plural(node) and parent.lemma_ in lexicon.words("asserting-verbs"))
    if report and wished and context.mode is Mode.DONE:
        context.mode, context.obliged = Mode.SOUGHT, True  # "insists that the gas be piped to its shore"
    if modal and parent.i in absorbers and absorbers[parent.i] == "request" and not (report and context.obliged):
        if lexicon.demands(parent):
            context.absorbed = context.absorbed or parent
            return False
    if report and operator and operator.mode is Mode.PLANNED and link == "ccomp" and infinitive(node):
        context.mode = Mode.HEDGED if context.mode is Mode.DONE else context.mode  # "expects its output to reach 60 tonnes"
    if report:
        # A concession beside what is reported ("X says P, though Q") is the article's own.
        context.reporter = context.reporter or (None if context.own_voice else parent)
        context.path.append(parent.lemma_)
        found = link == "pcomp:of" and parent.pos_ == "VERB"  # "found two officers guilty of torturing"
        if not context.subject and (link == "xcomp" or found) and not slots(node).get("subj"):
            told = found or (is_passive(parent) and parent.pos_ == "VERB")  # "was reported to have urged"
            context.subject = list(slots(parent).get("obj" if told else "subj", []))
        tentative = context.mode in (Mode.HEDGED, Mode.CONDITIONAL, Mode.PLANNED)
        if operator and operator.mode and operator.mode.status is Status.PROPOSED and tentative and modal:
            operate(node, parent, operator, context, lexicon)
            return True
        if _unasserted(parent, context, lexicon):
            return False
        denies = not context.own_voice and (parent.lemma_ in lexicon.words("denying-verbs") or denied_noun(parent, lexicon))
        if denies and not modal and context.relative:
            context.reporter = None  # "denies arming the rebels who took Goma": who took it is not denied
        elif denies:
            context.negated, context.denied = not context.negated, True
            if parent.pos_ == "NOUN":
                context.reporter = parent.head  # who denies an allegation says so
        return False
    if operator and modal:
        own = slots(node).get("subj")
        operate(node, parent, operator, context, lexicon)
        if own:
            context.proposer = context.proposer or list(slots(parent).get("subj", []))
        return True
    return False


def _unasserted(report: Token, context: Context, lexicon: Lexicon) -> bool:
    """Is it told that nobody says so: "did not confirm that it had sold oil"? Who "does not believe that" believes the contrary;
    who "does not deny it" leaves it open.
    """
    if context.own_voice or not any(c.dep_ == "neg" for c in report.children):
        return False
    if report.lemma_ in lexicon.words("denying-verbs"):
        context.mode = Mode.HEDGED if context.mode is Mode.DONE else context.mode
        return True
    if report.lemma_ in lexicon.words("believing-verbs"):
        context.negated = not context.negated
    elif report.lemma_ in lexicon.words("asserting-verbs"):
        context.supposed = True
    return False


def _adverbial(node: Token, link: str, context: Context, lexicon: Lexicon, modal: bool) -> None:
    markers = {c.lower_ for c in node.children if c.dep_ in ("mark", "advmod")}
    context.own_voice = context.own_voice or bool(markers & lexicon.words("concessives"))
    compared = any(c.lower_ == "than" and c.dep_ in ("mark", "prep") and c.i < node.i for c in node.children)
    if markers & lexicon.words("temporals") and node.tag_ == "VBD" and context.mode is Mode.DONE:
        context.presupposed = True
    if context.presupposed:
        pass
    elif markers & lexicon.words("awaiting") and node.tag_ in ("VBZ", "VBP") and context.mode is Mode.DONE:
        context.supposed = True  # "will stay until the rebels leave": they have not
    elif markers & lexicon.words("conditions") or inverted(node) or compared:
        context.supposed = True
        context.mode = Mode.CONDITIONAL if modal else context.mode
    elif modal and link == "advcl" and "to" in {c.lower_ for c in node.children if c.dep_ == "aux"} and context.mode is Mode.DONE:
        context.mode, context.purpose = Mode.PLANNED, True
    if link == "advcl" and not context.subject and not slots(node).get("subj") and node.tag_ != "VBN":
        parent = first_conjunct(node).head
        above = slots(parent)
        while parent.dep_ == "xcomp" and not above.get("subj") and not is_passive(parent) and parent.head.pos_ == "VERB":
            parent = first_conjunct(parent).head  # "tried to clear the square, firing shots"
            above = slots(parent)
        # "staged by students to protest", but "were shot by soldiers while seeking food"
        caused = (
            node.tag_ == "VBG" and node.i > parent.i and node.lemma_ in lexicon.words("harm-verbs")
        )  # "was sunk by a ship, killing two"
        suffers = is_passive(parent) and not ((infinitive(node) or caused) and above.get("subj"))
        given = infinitive(node) and parent.lemma_ in lexicon.words("granting-verbs|giving-verbs")
        receiver = above.get("dative") if given and not is_passive(parent) else None  # "gave Moldova money to buy power"
        context.subject = list(receiver or above.get("obj" if suffers else "subj", []))
