"""The kinds of findings: a code, how bad it is, a Swedish sentence, what to do and why it matters.

Codes are a letter and three digits and are never used again for something else. The sentence and the
hint are patterns; a finding brings the words to put in. The letters: F files, H headers, K clauses and
documents, T text, P parameters, B terms, L law, R registers, S plain Swedish, A acceptances.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

__all__ = ["RULES", "Rule", "Severity"]

Severity = Literal["fel", "varning", "fråga"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding: its severity, its sentence, its hint ("" where there is none) and why it matters."""

    severity: Severity
    sentence: str
    hint: str
    why: str


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "F001": Rule(
            "fel",
            "Filen är inte UTF-8: {byte} på byte {offset} kan inte läsas.",
            "Spara filen som UTF-8 i redigeringsprogrammet.",
            "Å, ä och ö blir annars fel tecken i avtalet.",
        ),
        "F002": Rule(
            "fel",
            "Tecknet {char} är ett styrtecken och kan inte tryckas.",
            "Ta bort tecknet.",
            "Word och webbläsare vägrar läsa sådana tecken.",
        ),
        "F003": Rule(
            "fel",
            "Filen är {size} och därmed större än gränsen {limit}.",
            "Dela upp texten i flera klausuler. Gör bilderna mindre om filen är en mall.",
            "En klausul är högst några sidor; något har hamnat i fel fil.",
        ),
        "F004": Rule(
            "fel",
            "”{path}” är en symbolisk länk eller pekar ut ur projektet och läses inte.",
            "Lägg filen själv i mappen.",
            "Annars kunde text utifrån hamna i avtalet.",
        ),
        "F005": Rule(
            "fel",
            "Filnamnet ”{name}” kan inte vara en klausuls id.",
            "Byt namn till ”{suggestion}”: små bokstäver a–z, siffror och bindestreck.",
            "Id:t trycks, länkas och ska fungera i alla system.",
        ),
        "F006": Rule(
            "fel",
            "Filerna ”{name}” och ”{other}” skiljer sig bara i stora och små bokstäver eller i hur å, ä och ö lagras.",
            "Byt namn på den ena.",
            "På Windows och Mac är de samma fil.",
        ),
        "F007": Rule(
            "varning",
            "Tecknet {char} syns inte eller vänder textens riktning.",
            "Ta bort tecknet.",
            "Två texter som ser lika ut blir olika.",
        ),
        "F008": Rule(
            "fel",
            "Två skrivares ändringar av samma rader har inte förts ihop: här börjar det som git lämnade.",
            "Välj vad som ska stå kvar och ta bort <<<<<<<, ======= och >>>>>>>. En fil i granskat tas bort hel.",
            "Filen läses inte förrän det är gjort.",
        ),
        "H101": Rule(
            "fel",
            "Klausulen saknar huvud.",
            "Börja filen med raderna ---, titel: …, ---.",
            "Utan titel kan klausulen inte få en rubrik.",
        ),
        "H102": Rule(
            "fel",
            "Raden går inte att läsa: {reason}.",
            "{remedy}",
            "Inget i filen kan användas förrän raden går att läsa.",
        ),
        "H103": Rule(
            "fel",
            "Nyckeln ”{key}” är okänd.",
            "{suggestion}",
            "En felstavad nyckel får ingen verkan.",
        ),
        "H104": Rule(
            "fel",
            "”{key}” ska vara {expected}, inte {actual}.",
            "{suggestion}",
            "Värdet kan inte användas.",
        ),
        "H105": Rule(
            "fel",
            "Nyckeln ”{key}” står två gånger.",
            "Den första står på rad {line}. Ta bort den ena.",
            "Det går inte att veta vilken som gäller.",
        ),
        "H106": Rule(
            "fel",
            "”{key}” saknas.",
            "Lägg till raden ”{key}: …”.",
            "Utan den kan texten inte sättas samman.",
        ),
        "H107": Rule(
            "fel",
            "”{value}” är inte ett värde för ”{key}”.",
            "{suggestion}",
            "Värdet styr hur klausulen visas och sorteras.",
        ),
        "H108": Rule(
            "fel",
            "{what} används inte i våra filer.",
            "Skriv värdet i klartext.",
            "Filerna ska gå att läsa av alla och vara säkra att öppna.",
        ),
        "K201": Rule(
            "fel",
            "Klausulen ”{clause}” finns inte.",
            "{suggestion}",
            "Dokumentet kan inte sättas samman.",
        ),
        "K202": Rule(
            "fel",
            "Klausulen ”{clause}” står två gånger i dokumentet.",
            "Den första står på rad {line}. Ta bort den ena.",
            "En klausul har ett nummer i ett dokument.",
        ),
        "K203": Rule(
            "varning",
            "Klausulen ”{clause}” finns inte med i något dokument.",
            "Lägg in den i en fil i assemblies/, eller sätt status: utgår.",
            "Ingen kommer att läsa den.",
        ),
        "K204": Rule(
            "fel",
            "Länken ”{target}” leder ingenstans.",
            "{suggestion}",
            "Läsaren får en hänvisning till något som inte finns.",
        ),
        "K205": Rule(
            "varning",
            "”{title}” ({target}) ingår inte i dokumentet {document}; hänvisningen skrivs ut som text.",
            'Lägg in klausulen, eller ange vilken version av det andra avtalet som avses: (fil.md "version").',
            "Läsaren av dokumentet har inte texten framför sig.",
        ),
        "K206": Rule(
            "fel",
            "”{clause}” innehåller sig själv.",
            "Ta bort den inre raden.",
            "Dokumentet skulle aldrig ta slut.",
        ),
        "K207": Rule(
            "fel",
            "Rubriken ”#{anchor}” finns inte i ”{target}”.",
            "{suggestion}",
            "Läsaren hamnar fel.",
        ),
        "K208": Rule(
            "fel",
            "Versionen ”{version}” av {agreement} finns inte.",
            "{suggestion}",
            "Ingen kan läsa den text som åberopas.",
        ),
        "K209": Rule(
            "fel",
            "Dokumentet är nästlat djupare än nio nivåer.",
            "Flytta upp klausulerna.",
            "Word har nio rubriknivåer.",
        ),
        "K210": Rule(
            "fel",
            "Filen ”{path}” finns inte.",
            "{suggestion}",
            "Dokumentet kan inte byggas som det står.",
        ),
        "K211": Rule(
            "fel",
            "Bilagan ”{annex}” är okänd.",
            "{suggestion}",
            "Bilagan kommer inte med i dokumentet.",
        ),
        "K212": Rule(
            "fel",
            "Id:t ”{clause}” används redan av {other}.",
            "Välj ett annat id; ett id återanvänds aldrig.",
            "Två klausuler går inte att skilja åt.",
        ),
        "K213": Rule(
            "fel",
            "Klausulen ”{clause}” fanns inte i version ”{version}” av {agreement}.",
            "Ange en version som har klausulen, eller länka till en annan klausul.",
            "Läsaren hittar inte den text som åberopas.",
        ),
        "K214": Rule(
            "fel",
            "”{name}” finns inte i {file}.",
            "{suggestion}",
            "Dokumentet skulle sakna det som skulle visas.",
        ),
        "K215": Rule(
            "varning",
            "Klausulen ”{clause}” har {happened} sedan {version} utan att skälet står.",
            "Skriv skälet under ändringar: - till: nästa version, varför: skälet. För en klausul som har utgått står "
            "det i dokumentets fil i assemblies, med en rad till: gäller: klausulens id.",
            "Den som granskar ändringen ska slippa gissa.",
        ),
        "K216": Rule(
            "varning",
            "Klausulen ”{title}” ({clause}) ska stå i alla avtal men saknas i ”{document}”.",
            "Lägg in klausulen i dokumentets fil, eller ta bort raden i-alla i avtal.yml.",
            "Det som är gemensamt ska gälla lika i alla avtal.",
        ),
        "K217": Rule(
            "fel",
            "Bilagan ”{annex}” får inga kort: {reason}.",
            "{suggestion}",
            "Bilagan skulle bara ha en rubrik.",
        ),
        "T301": Rule(
            "fel",
            "Numret ”{text}” är skrivet för hand.",
            "{suggestion}",
            "Numret blir fel när något flyttas.",
        ),
        "T302": Rule(
            "fel",
            "Arbetsmärket ”{text}” står kvar i texten.",
            "Ta bort märket, eller gör det till en öppen fråga i huvudet.",
            "Arbetsanteckningar ska inte skickas ut.",
        ),
        "T303": Rule(
            "varning",
            "HTML används inte; ”{text}” visas som text.",
            "Skriv i vanlig text eller Markdown.",
            "Kod får inte följa med in i Word eller på webbplatsen.",
        ),
        "T304": Rule(
            "fel",
            "Bilden ”{text}” kan inte visas.",
            "Beskriv i text, eller lägg bilden som bilaga.",
            "Word-filen och webbplatsen skulle sakna den.",
        ),
        "T305": Rule(
            "fel",
            "Tabellraden har {cells} celler men rubrikraden {columns}.",
            "Lägg till eller ta bort celler så att antalet stämmer.",
            "Text kan hamna i fel kolumn eller falla bort.",
        ),
        "T306": Rule(
            "fel",
            "Texten är nästlad djupare än {limit} nivåer.",
            "Skriv om med färre nivåer.",
            "Ingen läsare kan följa den, och Word kan inte visa den.",
        ),
        "T307": Rule(
            "fel",
            "Adressen ”{target}” är inte tillåten.",
            "Använd en adress som börjar med https:// eller mailto:, eller en fil i projektet.",
            "Andra adresser kan köra kod hos läsaren.",
        ),
        "T308": Rule(
            "fråga",
            "Länktexten ”{text}” är inte klausulens titel ”{title}”.",
            "Kör overens fix för att byta till titeln, eller behåll texten.",
            "Titeln hjälper läsaren att hitta.",
        ),
        "T309": Rule(
            "fel",
            "Fotnoten ”{label}” saknas.",
            "Skriv fotnoten sist i filen: [^{label}]: …",
            "Läsaren får ett märke utan text.",
        ),
        "T310": Rule(
            "varning",
            "Fotnoten ”{label}” används inte och trycks inte.",
            "Hänvisa till den i texten med [^{label}], eller ta bort den. En fotnot får skrivas en enda gång.",
            "Läsaren får inte se det som står där.",
        ),
        "T311": Rule(
            "varning",
            "Det vågräta strecket trycks inte.",
            "Ta bort raden, eller dela texten med en underrubrik: ## Rubrik.",
            "Strecket betyder inget i ett avtal.",
        ),
        "T312": Rule(
            "fel",
            "Hänvisningen till fotnoten ”{label}” står i en annan fotnot.",
            "Flytta texten till en egen fotnot eller in i klausulen.",
            "Word kan inte visa en fotnot i en fotnot.",
        ),
        "T313": Rule(
            "varning",
            "Tabellen har {columns} kolumner. Högst {most} får plats på en liggande sida så att orden går att läsa.",
            "Dela tabellen i flera, eller gör rader av kolumnerna.",
            "Kolumnerna blir så smala att orden bryts mitt i.",
        ),
        "T314": Rule(
            "varning",
            "Länken går till ”{former}”, som numera heter ”{target}”.",
            "Kör overens fix, eller skriv den nya adressen.",
            "På git-servern leder länken ingenstans.",
        ),
        "T315": Rule(
            "varning",
            "Stycket ”{text}” blir ingen rubrik till en tabell.",
            "Skriv rubriken efter kolonet, i ett eget stycke direkt före tabellen, eller byt ut det första ordet.",
            "Läsaren ser ordet Tabell men ingen tabell med nummer.",
        ),
        "P401": Rule(
            "fel",
            "Texten är ”{text}” men parametern ”{parameter}” är ”{value}”.",
            "Kör overens fix, eller ändra värdet i registret.",
            "Samma tid eller belopp måste vara lika överallt.",
        ),
        "P402": Rule(
            "fel",
            "Parametern ”{parameter}” finns inte i registret.",
            "{suggestion}",
            "Värdet har ingen källa.",
        ),
        "P403": Rule(
            "varning",
            "Parametern ”{parameter}” används inte i någon klausul.",
            "Länka till den i texten, eller ta bort raden.",
            "Bilagan visar ett värde som inte gäller något.",
        ),
        "B501": Rule(
            "fel",
            "Begreppet ”{term}” är inte definierat.",
            "{suggestion}",
            "Ordet får olika betydelse hos olika läsare.",
        ),
        "B502": Rule(
            "fel",
            "”{form}” är definierat två gånger: ”{term}” och ”{other}”.",
            "Ta bort den ena raden eller formen. Den andra står på rad {line}.",
            "Ett ord får ha en enda betydelse.",
        ),
        "B503": Rule(
            "varning",
            "Förkortningen ”{text}” är inte förklarad.",
            "Skriv ut ordet, eller lägg in förkortningen i termer.yml eller lagar.yml.",
            "Alla läsare känner inte till den.",
        ),
        "B504": Rule(
            "fråga",
            "”{text}” ska undvikas; begreppet är ”{term}”.",
            "Byt ordet, eller godta fyndet med ett skäl.",
            "Samma sak ska heta samma sak i hela avtalet.",
        ),
        "B505": Rule(
            "varning",
            "”{text}” får här en annan betydelse än i {path} på rad {line}: ”{says}”.",
            "Skriv samma betydelse på båda ställena, eller välj ett annat ord.",
            "Den som läser två avtal kan tro att ordet betyder samma sak i båda.",
        ),
        "L601": Rule(
            "fel",
            "”{law}” ({sfs}) är upphävd från {date}.",
            "{suggestion}",
            "Hänvisningen har ingen verkan.",
        ),
        "L602": Rule(
            "fel",
            "Lagen ”{text}” finns inte i registret.",
            "{suggestion}",
            "Ingen har kontrollerat att lagen gäller.",
        ),
        "L603": Rule(
            "varning",
            "”{text}” saknar lag.",
            "Skriv vilken lag som avses, till exempel ”2 kap. 1 § kommunallagen”.",
            "Läsaren kan inte slå upp paragrafen.",
        ),
        "L604": Rule(
            "varning",
            "{section} {law} finns inte i registret över kontrollerade paragrafer.",
            "{suggestion}",
            "Ingen har kontrollerat paragrafen.",
        ),
        "D101": Rule(
            "fel",
            "”{party}” är ingen part som beslutar om överenskommelsen.",
            "{suggestion}",
            "Beslutet räknas inte.",
        ),
        "D102": Rule(
            "fel",
            "Parten ”{party}” har två rader om {agreement}.",
            "Slå ihop dem till en rad.",
            "Det går inte att veta vilket beslut som gäller.",
        ),
        "D103": Rule(
            "fel",
            "Versionen ”{version}” av {agreement} finns inte, men {party} har ett beslut om den.",
            "{suggestion}",
            "Det går inte att veta vilken text parten har beslutat om.",
        ),
        "D104": Rule(
            "fel",
            "Protokollet för {party} är samma fil som för {other}.",
            "Lägg in partens eget protokoll.",
            "Ett av besluten saknar underlag.",
        ),
        "D105": Rule(
            "varning",
            "Beslutet i {party} räknas inte. {reason}",
            "Rätta raden efter protokollet. Stämmer den behöver parten besluta på nytt.",
            "Överenskommelsen gäller först när alla har beslutat om samma text.",
        ),
        "D106": Rule(
            "varning",
            "Beslutet i {party} saknar {missing}.",
            "Fyll i det efter protokollet.",
            "Beslutet kan inte styrkas.",
        ),
        "D107": Rule(
            "varning",
            "Dagarna för {party} går inte ihop: {reason}",
            "Rätta dagarna, eller ändra planen.",
            "Beslutet blir för sent eller kan angripas.",
        ),
        "D108": Rule(
            "fel",
            "”{value}” är inget antal dagar.",
            "Skriv ett helt tal, till exempel -14 för två veckor före beslutet.",
            "Steget kommer inte med i kalendern.",
        ),
        "D109": Rule(
            "fel",
            "Dagen då {agreement} börjar gälla går inte ihop: {reason}",
            "Rätta det som är fel: gäller-från i avtal.yml eller värdet i parametrar.yml.",
            "Texten skulle säga en annan dag än den som gäller.",
        ),
        "R701": Rule(
            "fel",
            "Parten ”{party}” finns inte i registret över parter.",
            "{suggestion}",
            "Det framgår inte vem som är bunden.",
        ),
        "R702": Rule(
            "fel",
            "Versionen ”{version}” av {agreement} pekar på en text som inte finns i den här kopian av projektet.",
            "Hämta den med git fetch --tags: texten har märket {agreement}@{version}. Saknar kopian äldre historik, "
            "kör git fetch --unshallow --tags. Är historiken omskriven finns märket hos den som sparade versionen. Be "
            "om git push --tags därifrån.",
            "Versionen kan inte byggas igen.",
        ),
        "R703": Rule(
            "fel",
            "Versionen ”{version}” står två gånger för {agreement}.",
            "Ge den ena en annan beteckning.",
            "Det går inte att veta vilken text som avses.",
        ),
        "R704": Rule(
            "fel",
            "Fingeravtrycket för version ”{version}” av {agreement} stämmer inte med texten.",
            "Återställ raden i versioner.yml.",
            "Versionen är inte den som skickades ut.",
        ),
        "R705": Rule(
            "fel",
            "”{value}” är inte ett datum.",
            "Skriv ÅÅÅÅ-MM-DD, till exempel 2027-06-30.",
            "Datum räknas med.",
        ),
        "R706": Rule(
            "varning",
            "Registret ”{register}” hör inte till någon tabell.",
            "{suggestion}",
            "Ingen läser det som står där.",
        ),
        "R707": Rule(
            "fel",
            "”{title}” hämtar rader ur ”{source}”, som inte finns.",
            "{suggestion}",
            "Tabellen eller bilden blir tom.",
        ),
        "R708": Rule(
            "varning",
            "Tabellen ”{table}” visas inte i något dokument.",
            "Lägg in ”tabell: {table}” i en fil i assemblies/, eller ta bort den.",
            "Det som står i den når ingen läsare.",
        ),
        "R709": Rule(
            "fel",
            "Raden säger {row} under ”{column}”, men klausulen ”{clause}” säger {said} under ”ansvarig”.",
            "Ändra raden eller klausulen så att de säger samma sak.",
            "Den som läser tabellen och den som läser avtalet gör olika.",
        ),
        "R710": Rule(
            "fel",
            "Kolumnen ”{column}” i tabellen ”{table}” går inte att använda: {reason}.",
            "{suggestion}",
            "Kolumnen blir tom, eller jämförs inte.",
        ),
        "S901": Rule(
            "fråga",
            "Det framgår inte vem som är skyldig: ”{text}”.",
            "Börja meningen med parten: ”Kommunen ska …”. Eller fyll i raden ansvarig i huvudet.",
            "En skyldighet utan ansvarig part binder ingen.",
        ),
        "S902": Rule(
            "fråga",
            "”{text}” säger inte vem som gör det: {parties}.",
            "Börja meningen med den som ska göra det, till exempel ”{party} ska …”.",
            "När flera är ansvariga kan var och en tro att det är den andra.",
        ),
        "S903": Rule(
            "varning",
            "”{text}” är vagt.",
            "{suggestion}",
            "Två läsare kan förstå ordet olika, och ingen kan följa upp det.",
        ),
        "S904": Rule(
            "fråga",
            "Meningen som börjar ”{text}” har {count} ord.",
            "Dela den i två, eller gör en lista av leden. Sikta på högst 30 ord.",
            "En lång mening läses två gånger, eller inte alls.",
        ),
        "S905": Rule(
            "varning",
            "”{text}” är tungt och säger inte vad någon gör.",
            "{suggestion}",
            "Avtalet ska gå att läsa utan jurist och gå att följa upp.",
        ),
        "S906": Rule(
            "varning",
            "”{text}” står här, men ”ska {act}” står i {path} på rad {line}.",
            "Välj ”ska” eller ”får” och skriv lika på båda ställena.",
            "Det går inte att veta om det är en skyldighet.",
        ),
        "S907": Rule(
            "varning",
            "”{text}” är skrivet i texten och inte hämtat ur registret.",
            "{suggestion}",
            "Tider och belopp ändras i förhandlingen och ska stå på ett enda ställe.",
        ),
        "S908": Rule(
            "fel",
            "”{text}” är ett personnummer eller samordningsnummer.",
            "Ta bort numret, också ur äldre versioner om det är en riktig persons.",
            "Texten sprids till alla parter och läggs ut på webben.",
        ),
        "S909": Rule(
            "fel",
            "”{text}” är ett telefonnummer.",
            "Ta bort numret och skriv vilken funktion som ska nås. Numret hör hemma i en lokal förteckning.",
            "Ett nummer blir snart fel, och det kan vara en persons.",
        ),
        "S910": Rule(
            "varning",
            "”{text}” är en e-postadress.",
            "Ta bort adressen om den är en persons. Är det en funktionsbrevlåda, godta fyndet med ett skäl.",
            "En persons adress är en personuppgift och ska inte spridas.",
        ),
        "S911": Rule(
            "fel",
            "”{text}” lovar något som inte finns, och klausulen har ingen öppen fråga om det.",
            "Lägg en rad under öppna-frågor: vem skriver det, och till när? Eller skriv in det som ska gälla.",
            "Det som ska tas fram senare blir ofta aldrig skrivet.",
        ),
        "S912": Rule(
            "varning",
            "Meningen har två skyldigheter: den andra börjar ”{text}”.",
            "Dela den i två meningar, var och en med sin part.",
            "Den andra skyldigheten glöms när texten följs upp.",
        ),
        "S913": Rule(
            "fel",
            "”{text}” står i en erinran utan lagstöd.",
            "Fyll i raden lagstöd, eller byt typ om parterna själva har kommit överens om skyldigheten.",
            "En erinran påminner om lag och får inte lägga till något.",
        ),
        "S914": Rule(
            "fråga",
            "”{text}” och ”{other}” står i samma klausul.",
            "Räkna på samma sätt om det är samma tid, eller godta fyndet med ett skäl.",
            "Tre dygn, tre dagar och tre vardagar tar slut vid olika tid.",
        ),
        "S915": Rule(
            "fråga",
            "”{text}” står här, men ”{other}” står i {path} på rad {line}.",
            "Skriv samma part och samma tid på båda ställena, eller skriv vad som skiljer fallen åt.",
            "Två avtal som säger olika om samma sak kan inte följas samtidigt.",
        ),
        "R711": Rule(
            "fel",
            "Bilden ”{picture}” behöver {kind} under ”{key}”; ”{column}” är ingen sådan kolumn i ”{table}”.",
            "{suggestion}",
            "Bilden skulle sakna det som den ska visa.",
        ),
        "R715": Rule(
            "fel",
            "Raden för version ”{version}” av {agreement} har ändrats sedan den sparades: {what}.",
            "Skriv tillbaka {was}. Det som händer senare skrivs under händelser.",
            "Ingen kan lita på att versionen är den som skickades ut.",
        ),
        "R714": Rule(
            "fel",
            "Vyn ”{view}” behöver kolumnen {column} i tabellen ”{table}”.",
            "{suggestion}",
            "Sidan skulle sakna det som den ska visa.",
        ),
        "R716": Rule(
            "fel",
            "Yrket ”{profession}” finns inte i registret {table}.",
            "{suggestion}",
            "Frågan kommer inte med på yrkets sida.",
        ),
        "R713": Rule(
            "varning",
            "”{measure}” har {row} under ”{column}”, men {other} i {path} på rad {line}.",
            "Ändra den ena raden, eller skriv vad som skiljer åtgärderna åt.",
            "Samma åtgärd kan inte ligga på två parter utan att det framgår när var och en gäller.",
        ),
        "R712": Rule(
            "varning",
            "{what} ”{question}” saknar {missing}.",
            "{suggestion}",
            "Frågan tappas bort: den som ska avgöra den ser den inte.",
        ),
        "A801": Rule(
            "varning",
            "Det godtagna fyndet {code} finns inte längre.",
            "Ta bort raden under godtagna.",
            "Ett gammalt godkännande kan dölja ett nytt fel.",
        ),
        "A802": Rule(
            "fel",
            "Koden ”{code}” under godtagna finns inte eller är ett fel som inte kan godtas.",
            "{suggestion}",
            "Godkännandet har ingen verkan.",
        ),
    }
)
