"""Pairs about invented events: (left, right, what must be found). What is not named must not be found."""

from __future__ import annotations

from collections.abc import Callable

from comparer.analysis.differences.finding import Finding

Compare = Callable[[str, str], list[Finding]]

POLARITY = ("polarity", "conflict")
PERSON = ("person", "conflict")
AGENCY = ("agency", "differs")
CERTAINTY = ("certainty", "differs")
BOTH_NO = ("polarity", "compatible")

Case = tuple[str, str, set[tuple[str, str]]]

CONTRADICTIONS: list[Case] = [
    ("The vaccine is effective.", "The vaccine is ineffective.", {POLARITY}),
    ("The mill made a profit in May.", "The mill made a loss in May.", {POLARITY}),
    ("Talks have resumed.", "Talks have collapsed.", {POLARITY}),
    ("The players agreed to the contract.", "The players rejected the contract.", {POLARITY}),
    ("The minister avoided answering.", "The minister answered.", {POLARITY}),
    ("The council allowed the appeal.", "The council dismissed the appeal.", {POLARITY}),
    ("The strike was called off.", "The strike is not going ahead.", set()),
    ("The ferry company apologised to passengers.", "The ferry company did not apologise to passengers.", {POLARITY}),
    ("No homes were destroyed by the mudslide.", "Homes were destroyed by the mudslide.", {POLARITY}),
    ("The museum has reopened its west wing.", "The museum hasn't reopened its west wing.", {POLARITY}),
    ("The mayor attended the vigil.", "The mayor failed to attend the vigil.", {POLARITY}),
    ("The mill paid its workers.", "The mill refused to pay its workers.", {POLARITY}),
    ("Corvane Council passed the budget.", "Corvane Council rejected the budget.", {POLARITY}),
    ("House prices rose in Tellmark.", "House prices fell in Tellmark.", {POLARITY}),
    ("The goalkeeper was acquitted.", "The goalkeeper was convicted.", {POLARITY}),
    ("The jury found the nurse guilty.", "The jury found the nurse not guilty.", {POLARITY}),
    ("The union accepted the offer.", "The union turned down the offer.", {POLARITY}),
    ("Larkwood United won the cup final.", "Larkwood United lost the cup final.", {POLARITY}),
    ("Investigators found no evidence of arson.", "Investigators found evidence of arson.", {POLARITY}),
    ("There is no sign that the dam is leaking.", "There are signs that the dam is leaking.", {POLARITY}),
    ("The minister denied taking the money.", "The minister admitted taking the money.", {POLARITY}),
    ("The airline denied that the pilot was drunk.", "The airline confirmed that the pilot was drunk.", {POLARITY}),
    ("The bridge is safe.", "The bridge is not safe.", {POLARITY}),
    ("The bridge is safe.", "The bridge is unsafe.", {POLARITY}),
    ("Nobody was hurt in the fire.", "Two men were hurt in the fire.", {POLARITY}),
    ("Neither driver was tested for alcohol.", "Both drivers were tested for alcohol.", {POLARITY}),
    ("The senator voted for the water bill.", "The senator voted against the water bill.", {POLARITY}),
    ("The regulator has yet to approve the vaccine.", "The regulator approved the vaccine.", {POLARITY}),
    ("The company never recalled the heaters.", "The company recalled the heaters.", {POLARITY}),
    ("The court upheld the fishing ban.", "The court overturned the fishing ban.", {POLARITY}),
    ("The princess left without greeting the crowd.", "The princess greeted the crowd.", {POLARITY}),
    ("Hessen Bay reopened its port on Friday.", "Hessen Bay closed its port on Friday.", {POLARITY}),
    ("The coach is no longer in charge of the team.", "The coach is in charge of the team.", {POLARITY}),
    ("The striker was not able to finish the race.", "The striker was able to finish the race.", {POLARITY}),
    ("Parliament allowed the march.", "Parliament banned the march.", {POLARITY}),
    ("The treasury has raised fuel duty.", "The treasury has cut fuel duty.", {POLARITY}),
    ("The singer survived the crash.", "The singer died in the crash.", {POLARITY}),
    ("The rescue team did not reach the hut.", "The rescue team reached the hut.", {POLARITY}),
    ("Guards stopped reporters from entering the hall.", "Reporters entered the hall.", {POLARITY}),
    ("The tests showed no lead in the water.", "The tests showed lead in the water.", {POLARITY}),
]

PEOPLE: list[Case] = [
    ("Duncan Rowt died after a fall on Friday.", "Duncan Rowte died after a fall on Friday.", set()),
    ("Fred Marrow died at home.", "Frederick C. Marrow died at home.", set()),
    ("Norland attacked Sudmark at dawn.", "Sudmark attacked Norland at dawn.", {PERSON}),
    ("Harlan Voss sued Mira Lind.", "Mira Lind sued Harlan Voss.", {PERSON}),
    ("The board fired Anna Reyes after Paul Stone complained.", "Anna Reyes fired Paul Stone.", set()),
    ("Finland beat Sweden in the final.", "Sweden beat Finland in the final.", {PERSON}),
    ("Ines Duarte scored the winning goal.", "Clara Moss scored the winning goal.", {PERSON}),
    ("The board appointed Paul Stone as director.", "The board appointed Nadia Hale as director.", {PERSON}),
    ("Brazil invaded Peru in the simulation.", "Peru invaded Brazil in the simulation.", {PERSON}),
    ("The winner was Clara Moss.", "The winner was Ines Duarte.", {PERSON}),
    ("Governor Ruth Caldwell signed the flood bill.", "Governor Peter Nash signed the flood bill.", {PERSON}),
    ("Kenya defeated Uganda.", "Kenya was defeated by Uganda.", {PERSON}),
]

AGENTS: list[Case] = [
    ("The man had surrendered during an assault.", "Troops captured two fighters.", {AGENCY}),
    ("A spokesman said the pirate gave himself up.", "Marines caught the pirate.", set()),
    ("Police shot the man outside the mall.", "The man was shot outside the mall.", {AGENCY}),
    ("Rebels captured the airport.", "The airport was captured by rebels.", {AGENCY}),
    ("The deserter surrendered at the border.", "Soldiers captured the deserter at the border.", {AGENCY}),
    ("The finance minister resigned.", "The prime minister fired the finance minister.", {AGENCY}),
    ("Three farmers died in the raid.", "Troops killed three farmers in the raid.", {AGENCY}),
    ("Thousands of villagers fled the valley.", "The army expelled thousands of villagers.", {AGENCY}),
    ("The documents were shredded.", "Two clerks shredded the documents.", {AGENCY}),
    ("The strike was called off by the union.", "The union called off the strike.", {AGENCY}),
    ("The statue fell during the march.", "Protesters toppled the statue during the march.", {AGENCY}),
]

CERTAINTIES: list[Case] = [
    ("Mayor to resign", "The mayor resigned.", {CERTAINTY}),
    ("The coroner believes the hiker died on Sunday.", "The hiker died on Sunday.", {CERTAINTY}),
    ("The bank will close forty branches.", "The bank closed forty branches.", {CERTAINTY}),
    ("The volcano may erupt this week.", "The volcano erupted this week.", {CERTAINTY}),
    ("The shop owner allegedly set the fire.", "The shop owner set the fire.", {CERTAINTY}),
    ("The shop owner is accused of setting the fire.", "The shop owner set the fire.", {CERTAINTY}),
    ("Doctors believe the virus came from bats.", "The virus came from bats.", {CERTAINTY}),
    ("The airline plans to cut 300 jobs.", "The airline cut 300 jobs.", {CERTAINTY}),
    ("The king is likely to abdicate.", "The king abdicated.", {CERTAINTY}),
    ("Lawmakers urged the governor to sign the bill.", "The governor signed the bill.", {CERTAINTY}),
    ("The thieves apparently escaped by boat.", "The thieves escaped by boat.", {CERTAINTY}),
    ("It is unlikely that the minister approved the payment.", "The minister approved the payment.", {CERTAINTY}),
    ("The reactor could leak.", "The reactor leaked.", {CERTAINTY}),
    ("The two men were probably smugglers.", "The two men were smugglers.", {CERTAINTY}),
    ("The party should dissolve itself.", "The party dissolved itself.", {CERTAINTY}),
    ("The orchestra appears to have lost its funding.", "The orchestra lost its funding.", {CERTAINTY}),
    ("The harbour would flood if the wall broke.", "The harbour flooded.", {CERTAINTY}),
    ("Exit polls suggest Nadia Hale may win the election.", "Nadia Hale won the election.", {CERTAINTY}),
]

SAME: list[Case] = [
    ("The bakery did not apologize to the family.", "The bakery apologized.", set()),
    ("Mexico is not going to pay.", "Mexico will not pay.", set()),
    ("A spokesman could not confirm, deny or comment on it.", "A spokesman did not comment on it.", set()),
    ("The mayor wants an order to end the strike.", "The mayor did not end the strike.", set()),
    ("Some guests are said to have left.", "The guests have not left the island on foot.", set()),
    ("A fire destroyed the mill.", "The mill was destroyed by a fire.", set()),
    ("Two hikers died in the avalanche.", "Two hikers were killed in the avalanche.", set()),
    ("Driver arrested after chase.", "The driver was arrested after a chase.", set()),
    ("Oakdale Rovers lost the derby.", "Penwick Town beat Oakdale Rovers.", set()),
    ("Rovers hired Clara Moss.", "Rovers fired Ines Duarte.", set()),
    ("The singer came back to host the gala.", "The singer will host the gala.", set()),
    ("Frederik B. Maron died.", "Fred Maron died.", set()),
    ("The widow survived the sinking.", "The widow's husband died in the sinking.", set()),
    ("The mayor did not attend the vigil.", "The mayor failed to attend the vigil.", {BOTH_NO}),
    ("Beldonia denied buying the missiles.", "Beldonia rejected the claim that it bought the missiles.", {BOTH_NO}),
    ("Beldonia denied that it bought the missiles.", "Beldonia did not buy the missiles, it said.", {BOTH_NO}),
    ("The council did not approve the plan.", "The council rejected the plan.", set()),
    ("The ferry sank.", "The ferry sank off the coast.", set()),
    ("Rosa Blum won the race.", "Blum won the race.", set()),
    ("Zelenko signed the decree.", "Zelenkko signed the decree.", set()),
    ("Beijing protested.", "China protested.", set()),
    ("The company will close the plant.", "The company plans to close the plant.", set()),
    ("Prices rose in May.", "Prices fell in June.", set()),
    ("Prices rose in Oslo.", "Prices fell in Lima.", set()),
    ("The union accepted the offer.", "The employers rejected the union's demand.", set()),
    ("Police arrested the baker.", "Police did not arrest the butcher.", set()),
    ("The minister did not comment on the leak.", "The minister commented on the weather.", set()),
    ("Anna Reyes praised the plan.", "Paul Stone praised the plan.", set()),
    ("Ines Duarte visited the hospital.", "Clara Moss visited the hospital.", set()),
    ("Norland denied that its jets crossed the border.", "Sudmark said that Norland's jets crossed the border.", set()),
    ("The bridge is not only old but narrow.", "The bridge is old.", set()),
    ("The library did not open until noon.", "The library opened at noon.", set()),
    ("The committee did not fail to act.", "The committee acted.", set()),
    ("The police chief resigned on Monday.", "The police chief quit on Monday.", set()),
    ("A storm hit the coast.", "The storm struck the coast.", set()),
    ("Tellmark bought the jets.", "Tellmark purchased the jets.", set()),
    ("Shares of Ovalcorp fell while shares of Brightline rose.", "Shares of Brightline rose.", set()),
    ("Moss scored twice and Duarte missed a penalty.", "Duarte missed a penalty.", set()),
    ("The court convicted the driver and acquitted his brother.", "The court acquitted the driver's brother.", set()),
    ("The deputy could not be reached.", "The deputy was not reached.", set()),
    ("The firm was founded by Rosa Blum.", "The firm was founded by Blum.", set()),
    ("Norland supports the treaty.", "Sudmark opposes the treaty.", set()),
    ("The suspect was arrested on Monday.", "The suspect was not charged.", set()),
    ("The crowd threw bottles.", "The crowd threw no stones.", set()),
    ("Some villagers returned.", "Others did not return.", set()),
    ("The senator, who was not invited, spoke.", "The senator spoke.", set()),
    ("Rain stopped play.", "Play was stopped by rain on Sunday, and on Monday it resumed.", set()),
    ("The governor said he would not resign.", "The governor said he would stay.", set()),
    ("“We did not start the fire,” the miners said.", "The miners said they did not start the fire.", set()),
]
