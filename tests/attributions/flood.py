"""Sentences of an invented flood -> what their source does, and how firmly.

A polarity stands behind a degree of 0 that has one; without it the polarity is unknown.
"""

from __future__ import annotations

ROWS = """
# plain statements
plain-report | Vesk | said | the Orrin dam had burst | asserts 3
plain-will | Vesk | said | engineers will drain the lake on Monday | asserts 3
plain-confirmed | Vesk | confirmed | that two villages were under water | asserts 3
plain-according | Vesk's office | according to | the gates were closed at noon | asserts 3
plain-insisted | Vesk | insisted | the wall was sound | asserts 3
plain-admitted | Vesk | admitted | the alarm had come late | asserts 3
# negation and its scope
not-main | Vesk | said | the sirens did not sound | asserts -3
not-contracted | Vesk | said | the sirens didn't sound | asserts -3
not-in-relative | Vesk | said | crews who had not slept saved the gate | asserts 3
not-in-because | Vesk | said | the town emptied because nobody trusted the wall | asserts 3
not-in-when | Vesk | said | the wall gave way when nobody was watching | asserts 3
no-subject | Vesk | said | no houses were lost | asserts -3
none-of | Vesk | said | none of the gates had failed | asserts -3
nothing | Vesk | said | nothing was left of the mill | asserts -3
never | Vesk | said | the lake had never been so high | asserts -3
no-longer | Vesk | said | the road is no longer open | asserts -3
neither-nor | Vesk | said | neither the road nor the bridge was open | asserts -3
without-beside | Vesk | said | the crews left without a word | asserts 3
not-only | Vesk | said | the water reached not only the mill but the school | asserts 3
no-fewer | Vesk | said | no fewer than 40 houses were hit | asserts 3
failed-to | Vesk | said | the pumps failed to start | asserts -3
yet-to | Vesk | said | the army has yet to arrive | asserts -3
refused-inner | Vesk | said | the army refused to leave | asserts 3
lack | Vesk | said | the village lacks clean water | asserts 3
hardly | Vesk | said | the wall had hardly moved | asserts -2
few | Vesk | said | few believed the warnings | asserts 3
# double negation
not-rule-out-cue | Vesk | did not rule out | opening the gates | asserts 1
not-ruling-out | Vesk | is not ruling out | a second wave | asserts 1
refused-to-rule-out | Vesk | refused to rule out | a second wave | asserts 1
declined-to-rule-out | Vesk | declined to rule out | opening the gates | asserts 1
cannot-rule-out | Vesk | cannot rule out | that the wall will fail | asserts 1
could-not-exclude | Vesk | said | a second wave could not be excluded | asserts 1
cannot-rule-out-inner | Vesk | said | he could not rule out a second wave | asserts 1
no-doubt-cue | Vesk | has no doubt that | the wall was cut | asserts 3
no-doubt-inner | Vesk | said | there was no doubt that the wall was cut | asserts 3
had-no-doubt-inner | Vesk | said | she had no doubt the wall was cut | asserts 3
does-not-doubt | Vesk | does not doubt | that the wall was cut | asserts 3
no-question | Vesk | said | there is no question that the wall was cut | asserts 3
no-reason-disbelieve | Vesk | has no reason to disbelieve | the engineers | asserts 2
no-reason-doubt-inner | Vesk | said | there was no reason to doubt the count | asserts 2
no-reason-believe | Vesk | said | there was no reason to believe the wall was cut | asserts -2
no-reason-believe-cue | Vesk | saw no reason to believe | that the wall was cut | asserts -2
not-untrue | Vesk | said | the story was not untrue | asserts 3
nobody-not | Vesk | said | nobody had not been warned | asserts 3
not-deny | Vesk | did not deny | that the alarm came late | neither 0
cannot-deny | Vesk | cannot deny | that the alarm came late | asserts 3
not-dispute | Vesk | did not dispute | the figures | neither 0
not-impossible | Vesk | said | it was not impossible that the wall would fail | asserts 1
not-unlikely | Vesk | said | it was not unlikely that the wall would fail | asserts 1
failed-to-deny | Vesk | failed to deny | the report | neither 0
denied-not | Vesk | denied | that the sirens had not sounded | denies -3
# evidence that is missing
no-evidence | Vesk | said | there was no evidence that the wall was cut | asserts -2
no-sign | Vesk | saw no sign that | the wall was cut | asserts 0
not-seen-evidence | Vesk | said | it had not seen evidence that the wall was cut | asserts 0
not-seen-any | Vesk | said | she had not seen any evidence that the wall was cut | asserts 0
not-seen-cue | Vesk | has not seen evidence | that the wall was cut | asserts 0
no-evidence-cue | Vesk | found no evidence that | the wall was cut | asserts -2
cannot-confirm | Vesk | said | she could not confirm the deaths | asserts 0
could-not-verify | The Ledger | could not verify | that the wall was cut | neither 0
unable-confirm | Vesk | said | the ministry was unable to confirm the deaths | asserts 0
unclear | Vesk | said | it was unclear how the wall broke | asserts 0
not-know-whether | Vesk | said | he did not know whether the wall was cut | asserts 0
does-not-know | Vesk | does not know | whether the wall was cut | asserts 0
no-information | Vesk | said | the ministry had no information about the deaths | asserts 0
too-early | Vesk | said | it was too early to say what broke the wall | asserts 0
not-aware | Vesk | was not aware of | any deaths | asserts 0
# denial
denied-would | Vesk | denied that | the army would open the gates | denies -3
denied-could | Vesk | denied that | the wall could fail | denies -3
denied-ing | Vesk | denied | cutting the wall | denies -3
denies-any | Vesk | denies | any part in the flood | denies -3
categorically | Vesk | has categorically denied | that the wall was cut | denies -3
rejected-claim | Vesk | rejected | the claim that the wall was cut | denies -3
rejected-offer | Vesk | rejected | the offer of pumps | opposes 3
ruled-out | Vesk | ruled out | that the wall was cut | denies -3
ruled-out-act | Vesk | ruled out | sending the army | denies -3
dismissed | Vesk | dismissed as nonsense | reports of a second wave | denies -3
said-false | Vesk | said | the report was false | denies -3
said-no-truth | Vesk | said | there was no truth in the reports | denies -3
quoted-lie | Vesk | called | the report a lie | denies -3
contradicted | Vesk | contradicted | the report of forty deaths | denies -3
insisted-not | Vesk | insisted | the wall was not cut | asserts -3
disputes | Vesk | disputes | that the alarm came late | denies -3
# scepticism
doubted | Vesk | doubted | that the wall was cut | doubts -2
sceptical | Vesk | was sceptical that | the wall was cut | doubts -1
sceptical-of | Vesk | is sceptical of | the count of houses | doubts -1
cast-doubt | Vesk | cast doubt on | the count of houses | doubts -1
not-convinced | Vesk | is not convinced that | the wall was cut | doubts -1
questioned-whether | Vesk | questioned whether | the wall was cut | doubts -1
had-doubts | Vesk | had doubts about | the count of houses | doubts -2
unconvinced | Vesk | remained unconvinced that | the wall would hold | doubts -1
said-doubtful | Vesk | said | it was doubtful that the wall would hold | asserts -2
said-he-doubted | Vesk | said | he doubted the wall would hold | doubts -2
said-sceptical | Vesk | said | she was sceptical that the wall would hold | doubts -1
hard-to-believe | Vesk | said | it was hard to believe that the wall had held | asserts -2
does-not-believe | Vesk | does not believe | the wall was cut | asserts -2
did-not-think | Vesk | did not think | the wall would fail | asserts -2
not-expect | Vesk | does not expect | the wall to fail | asserts -2
# neither confirmed nor denied
refused-either | Vesk | refused to confirm or deny | the deaths | neither 0
neither-nor-cue | Vesk | neither confirmed nor denied | the deaths | neither 0
could-neither | Vesk | could neither confirm nor deny | that the wall was cut | neither 0
not-confirm | Vesk | has not confirmed | the deaths | neither 0
not-confirm-rule-out | Vesk | would not confirm or rule out | a second wave | neither 0
said-neither | Vesk | said | he could neither confirm nor deny the deaths | neither 0
nor-deny | Vesk | would not confirm, nor deny, | the deaths | neither 0
stopped-short-confirm | Vesk | stopped short of confirming | the deaths | neither 0
# refusal to speak
declined-comment | Vesk | declined to comment on | the deaths | declines 0
declined-say-whether | Vesk | declined to say whether | the wall was cut | declines 0
declined-border | Vesk | declined | to say whether the wall was cut | declines 0
not-be-drawn | Vesk | would not be drawn on | the number of deaths | declines 0
refused-drawn | Vesk | refused to be drawn on | the number of deaths | declines 0
no-response | Vesk | did not respond to a request for comment on | the deaths | declines 0
not-immediately | Vesk's office | did not immediately respond to | questions | declines 0
not-return-calls | Vesk | did not return calls about | the gates | declines 0
not-reached | Vesk | could not be reached for comment on | the gates | declines 0
would-not-say | Vesk | would not say | who opened the gates | declines 0
did-not-say-how | Vesk | did not say | how many were missing | declines 0
did-not-specify | Vesk | did not specify | which gates were opened | declines 0
no-comment | Vesk | had no comment on | the deaths | declines 0
silent | Vesk | remained silent on | the deaths | declines 0
dodged | Vesk | dodged | questions about the gates | declines 0
refused-discuss | Vesk | refused to discuss | the deaths | declines 0
refused-to-leave | Vesk | refused | to leave the valley | opposes 0 positive
did-not-say-that | Vesk | did not say | that the wall was cut | asserts 0
# plans
plans-to | Vesk | plans | to open the gates | intends 0 positive
intends-not | Vesk | vowed | not to open the gates | intends 0 negative
mulling | Vesk | is mulling | a second dam | intends 0 positive
considering | Vesk | is considering | whether to open the gates | intends 0 positive
no-plans-cue | Vesk | has no plans | to open the gates | intends 0 negative
does-not-intend | Vesk | does not intend | to open the gates | intends 0 negative
pledged | Vesk | pledged | to rebuild the mill | intends 0 positive
threatened | Vesk | threatened | to close the border | intends 0 positive
ready-to | Vesk | is ready | to open the gates | intends 0 positive
said-plans | Vesk | said | the ministry plans to open the gates | asserts 3
said-no-plans | Vesk | said | the ministry had no plans to open the gates | asserts -3
said-would | Vesk | said | the army would open the gates | asserts 3
ruled-out-plan | Vesk | agreed | to open the gates | intends 0 positive
# warnings and fears
warned-could | Vesk | warned | that the wall could fail | warns 1
warned-would | Vesk | warned | that the wall would fail | warns 3
warned-of | Vesk | warned of | a second wave | warns 1
warned-against | Vesk | warned against | crossing the bridge | warns 0 positive
warned-if | Vesk | warned | that the wall would fail if the rain went on | warns 0 positive
feared | Vesk | feared | that the wall would fail | fears 1
concerned | Vesk | is concerned that | the wall may fail | fears 1
not-worried | Vesk | is not worried about | the wall | asserts 0
# conditionals
if-after | Vesk | said | the army would leave if the wall held | asserts 0 positive
if-before | Vesk | said | if the wall failed, the army would leave | asserts 0 positive
if-then | Vesk | said | if the rain stops then the gates will close | asserts 0 positive
if-then-comma | Vesk | said | if the rain stops, then the gates will close | asserts 0 positive
unless-after | Vesk | said | the wall would fail unless the gates were opened | asserts 0 positive
unless-before | Vesk | said | unless the gates were opened, the wall would fail | asserts 0 positive
provided-that | Vesk | said | the army would leave provided that the wall held | asserts 0 positive
provided-that | Vesk | said | the army would leave provided that the wall held | asserts 0 positive
as-long-as | Vesk | said | the gates would stay shut as long as the rain lasted | asserts 3
should-inverted | Vesk | said | should the wall fail, the army would leave | asserts 0 positive
were-inverted | Vesk | said | were the wall to fail, the army would leave | asserts 0 positive
had-inverted | Vesk | said | had the gates been opened, the mill would stand | asserts 0 positive
in-case | Vesk | said | in the event of a second wave, the army would leave | asserts 0 positive
only-if | Vesk | said | the gates would open only if the rain stopped | asserts 0 positive
even-if | Vesk | said | the wall would hold even if the rain went on | asserts 3
as-if | Vesk | said | the town looked as if a bomb had hit it | asserts 2
if-may | Vesk | said | the wall may fail if the rain goes on | asserts 1
wh-if-not-cond | Vesk | said | he did not know if the wall would hold | asserts 0
# questions
asked-whether | Vesk | asked whether | the wall had been cut | asks 0
asked-if | Vesk | asked | if the wall had been cut | asks 0
asked-why | Vesk | asked | why the alarm came late | asks 0
wondered | Vesk | wondered | whether the wall would hold | asks 0
asked-to | Vesk | asked | the army to open the gates | demands 0 positive
asked-for | Vesk | asked for | more pumps | demands 0 positive
asked-not-to | Vesk | asked | residents not to cross the bridge | demands 0 negative
# modality
could | Vesk | said | the wall could fail | asserts 1
might-not | Vesk | said | the wall might not hold | asserts -1
may-have | Vesk | said | the wall may have been cut | asserts 1
perhaps | Vesk | said | perhaps the wall was cut | asserts 1
must-have | Vesk | said | the wall must have been cut | asserts 2
must | Vesk | said | the army must leave | asserts 0 positive
should-not | Vesk | said | the army should not leave | asserts 0 negative
able-to | Vesk | said | the army was able to close the gate | asserts 3
could-past | Vesk | said | the crews could not close the gate | asserts -3
likely | Vesk | said | the wall was likely to fail | asserts 2
unlikely | Vesk | said | the wall was unlikely to fail | asserts -2
reportedly | Vesk | said | the wall had reportedly been cut | asserts 0 positive
allegedly | Vesk | said | the farmer allegedly cut the wall | asserts 0 positive
appears | Vesk | said | the wall appears to have been cut | asserts 2
believed | Vesk | believes | the wall was cut | asserts 2
possible-that | Vesk | said | it was possible that the wall had been cut | asserts 1
impossible-that | Vesk | said | it was impossible that the wall had been cut | asserts -3
inner-hedge | Vesk | said | she had read a book that might help | asserts 3
hoped | Vesk | hoped | the wall would hold | asserts 0 positive
confidence-high | Vesk | assessed with high confidence that | the wall was cut | asserts 3
confidence-moderate | Vesk | assessed with moderate confidence that | the wall was cut | asserts 3
confidence-low | Vesk | judged with low confidence that | the wall was cut | asserts 3
confidence-both | Vesk | judged with moderate confidence that | the wall was likely cut | asserts 2
"""
"""`id | source | cue | content | stance degree`, by class."""

MARKED = """
h-to-report | [Varland to send troops to Orrin](k): [report](s) | asserts 3
h-reports | [Varland sends troops to Orrin](k): [reports](s) | asserts 0 positive
h-may-reports | [Varland may send troops to Orrin](k): [reports](s) | asserts 1
h-says | [Troops sent to Orrin](k), [says](c) [minister](s) | asserts 3
h-not-says | [Troops not sent to Orrin](k), [says](c) [minister](s) | asserts -3
h-colon | [Minister](s): [Troops already in Orrin](k) | asserts 3
h-colon-may | [Minister](s): [Orrin dam may burst](k) | asserts 1
h-colon-no | [Minister](s): [No plans to open gates](k) | intends 0 negative
h-colon-q | [Minister](s): [Will the dam hold?](k) | asks 0
h-warn | [Orrin dam ‘to burst’](k), [warn](c) [engineers](s) | warns 3
h-asks | [Will Orrin dam burst?](k) [asks](c) [mayor](s) | asks 0
h-if | [Army to leave Orrin if dam holds](k) – [mayor](s) | asserts 0 positive
h-denies | [Mayor](s) [denies](c) [late alarm](k) | denies -3
h-urges | [Mayor](s) [urges](c) [army to leave Orrin](k) | demands 0 positive
h-plans | [Varland](s) [plans](c) [second dam](k) | intends 0 positive
q-not | [“We will not leave,”](k) [said](c) [Vesk](s). | asserts -3
q-asked | [“Who opened the gates?”](k) [asked](c) [Vesk](s). | asks 0
q-untrue | [“That is not true,”](k) [said](c) [Vesk](s). | denies -3
q-nocomment | [“No comment,”](k) [said](c) [Vesk](s). | declines 0
q-have-nocomment | [“I have no comment,”](k) [said](c) [Vesk](s). | declines 0
q-cannot-confirm | [“I cannot confirm that,”](k) [said](c) [Vesk](s). | asserts 0
q-if | [“If it rains, we go,”](k) [said](c) [Vesk](s). | asserts 0 positive
q-ruled | [“Nothing is ruled out,”](k) [said](c) [Vesk](s). | asserts 1
p-denied | [The report](k) [was denied by](c) [Vesk](s). | denies -3
p-alleged | [The wall was](k) [allegedly](c) [cut](k). | asserts 0 positive
p-reported | [The wall was](k) [reportedly](c) [not cut](k). | asserts 0 negative
p-accused | [Vesk](s) [accused](c) [the farmer of cutting the wall](k). | asserts 3
p-amid | Amid [reports that](c) [the wall was cut](k). | asserts 0 positive
p-fears | Amid [fears](c) that [the wall would fail](k). | fears 1
so-called | [Vesk](s) [said](c) [the so-called “river republic” left](k). | asserts 3
scare | [Vesk](s) [said](c) [the “volunteers” had not left](k). | asserts -3
told-that | [Vesk](s) [told](c) the council [that the wall had not been cut](k). | asserts -3
told-to | [Vesk](s) [told](c) the army [to leave](k). | demands 0 positive
not-all | [Vesk](s) [said](c) [not all houses were hit](k). | asserts -3
decl-split | [Vesk](s) [declined](c) when asked [to say who cut the wall](k). | declines 0
asked-passive | [Asked whether](c) [the wall was cut](k), Vesk left. | asks 0
would-if | [Vesk](s) [said](c) [he would resign if asked](k). | asserts 0 positive
said-no-comment | [Vesk](s) [said](c) [he would not comment on the deaths](k). | declines 0
other-denied | [Vesk](s) [said](c) [Lund had denied the report](k). | asserts 3
called-true | [Vesk](s) [called](c) [the wall a disgrace](k). | asserts 3
provided-pumps | [Vesk](s) [said](c) [the army provided pumps](k). | asserts 3
had-plain | [“Had a hard night,”](k) [said](c) [Vesk](s). | asserts 3
were-plain | [Vesk](s) [said](c) [they were late, and the wall fell](k). | asserts 3
long-as | [Vesk](s) [said](c) [it is as long as the valley](k). | asserts 3
in-case-plain | [Vesk](s) [said](c) [they brought pumps in case it failed](k). | asserts 3
ends-early | [Vesk](s) [spoke of](c) [the crews who](k). | asserts 3
if-between | [Vesk](s) [said](c) [the crews, if it rains, could leave](k). | asserts 1
"""
"""Headlines, quotations, passives and scare quotes, the parts where they stand: s, c, k."""

OWN = """
headline-plain | Orrin dam bursts | 3
headline-to | Varland to send troops to Orrin valley | 3
headline-not-to | Varland not to send troops to Orrin valley | -3
headline-may | Varland may send troops to Orrin valley | 1
headline-could | Orrin dam could burst within days | 1
headline-likely | Orrin dam likely to burst within days | 2
headline-unlikely | Orrin dam unlikely to burst | -2
headline-set | Orrin dam set to burst within days | 2
headline-no | No deaths in Orrin flood | -3
headline-feared | Forty feared dead in Orrin flood | 2
headline-alleged | Farmer's alleged attack on Orrin dam | 0 positive
headline-reportedly | Army reportedly opens gates of Orrin dam | 0 positive
headline-question | Will the Orrin dam burst? | 0
headline-question-noun | A second wave in the Orrin valley? | 0
headline-quoted-end | “Will the dam burst?” | 0
headline-whether | Whether the Orrin dam bursts is open | 0
headline-if | Orrin valley to be emptied if rain goes on | 0 positive
headline-unless | Orrin dam will burst unless gates open | 0 positive
headline-how | How the Orrin dam burst | 3
headline-so-called | So-called river republic sends pumps to Orrin | 3
headline-risk | Orrin valley at risk of second wave | 1
own-would | A second wave would reach the school. | 0 positive
own-not-ruled-out | A second wave is not ruled out. | 1
own-unclear | It is unclear who opened the gates. | 0
own-no-evidence | There is no evidence that the wall was cut. | -2
"""
"""What the outlet says itself, in headlines and sentences: `id | words | degree`."""
