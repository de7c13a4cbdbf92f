from __future__ import annotations

import pytest

from counterclaim.lexicons.places import all_places, key_of, place_of
from counterclaim.lexicons.skeletons import skeleton_of

SAME = """
Deir ez-Zor = Deir al-Zour
Deir ez-Zor = Deir Ezzor
Deir ez-Zor = Dayr az Zawr
Deir ez-Zor = Deir Az-Zor
Deir ez-Zor = Dayr az-Zawr
Qamishli = Al-Qāmishlī
Qamishli = Kamishly
Khan Sheikhoun = Khan Shaykhun
Khan Sheikhoun = Khan Sheikhun
Khan Sheikhoun = Khān Shaykhūn
Raqqa = Ar-Raqqah
Raqqa = Rakka
Kobane = Kobani
Kobane = Kobanê
Idlib = Edlib
Mosul = Al-Mawsil
Kharkiv = Kharkov
Bakhmut = Artemivsk
Hasakah = Al-Hasakeh
Hasakah = Hassakah
Homs = Hims
Suwayda = As-Suwayda
Suwayda = Sweida
Suwayda = Soueida
Daraa = Dar'a
Daraa = Deraa
Latakia = Lattakia
Tartus = Tartous
Yabroud = Yabrūd
Maarat al-Numan = Ma'arrat an-Nu'man
Maarat al-Numan = Maaret al-Numan
Tal Afar = Tel Afar
Tal Afar = Tall 'Afar
Hawija = Haweeja
Hawija = Al Huwayjah
Baiji = Bayji
Fallujah = Al-Fallūjah
Sulaymaniyah = Sulaimaniya
Kyiv = Kiev
Luhansk = Lugansk
Sievierodonetsk = Severodonetsk
Lysychansk = Lisichansk
Avdiivka = Avdeevka
Zaporizhzhia = Zaporizhzhya
Mykolaiv = Nikolaev
Odesa = Odessa
Hodeidah = Al-Hudaydah
Hodeidah = Hodeida
Sanaa = San'a
Saada = Sa'dah
Marib = Ma'rib
Taiz = Ta'izz
El Fasher = Al-Fashir
El Geneina = Al-Junaynah
El Obeid = Al-Ubayyid
Kunduz = Qunduz
Lashkar Gah = Lashkargah
Kandahar = Qandahar
Mazar-i-Sharif = Mazar-e Sharif
Khan Younis = Khan Yunis
Jabalia = Jabaliya
Beit Lahiya = Bayt Lahya
Shujaiya = Shejaiya
Baidoa = Baydhabo
Beledweyne = Belet Weyne
Kismayo = Kismaayo
Mekelle = Mek'ele
Timbuktu = Tombouctou
Stepanakert = Khankendi
Shusha = Shushi
Port-au-Prince = Port au Prince
Bogota = Bogotá
Yangon = Rangoon
Kafr Zita = Kafr Zeita
Taftanaz = Taftanāz
Jisr al-Shughur = Jisr ash-Shughour
Bab al-Hawa = Bab el-Hawa
Beirut = Bayrūt
Baalbek = Baalbeck
Al-Bab = El Bab
Abu Kamal = Al-Bukamal
Ain al-Arab = Kobani
Ras al-Ain = Ras al-Ayn
Manbij = Menbij
Palmyra = Tadmur
Tripoli = Tarabulus
Umm Ruwaba = Um Rawaba
"""

DIFFERENT = """
Homs ≠ Al Khums
Raqqa ≠ Rafah
Aden ≠ Adana
Hama ≠ Homs
Idlib ≠ Irbil
Mosul ≠ Mosel River
Kirkuk ≠ Kharkiv
Goma ≠ Gao
Kunduz ≠ Kandahar
Kabul ≠ Khost
Sanaa ≠ Saada
Saada ≠ Suwayda
Taiz ≠ Tartus
Marib ≠ Maarib Dam
Raqqa ≠ Rakhine
Damascus ≠ Daraa
Douma ≠ Dabiq
Daraa ≠ Darayya
Hama ≠ Haffa
Hasakah ≠ Homs
Aleppo ≠ Al-Bab
Afrin ≠ Azaz
Kobane ≠ Koban Valley
Qamishli ≠ Kamishyn
Manbij ≠ Mambasa
Gaza ≠ Azaz
Jenin ≠ Jonin
Beni ≠ Benin
Mali ≠ Malawi
Niger ≠ Nigeria
Iran ≠ Iraq
Sudan ≠ South Sudan
Congo ≠ Kongolo
Guinea ≠ Guinea-Bissau
Donetsk ≠ Dnipro
Kherson ≠ Kharkiv
Izium ≠ Lyman
Sumy ≠ Soumi Valley
Bakhmut ≠ Bakhchysarai
Luhansk ≠ Lutsk
Mekelle ≠ Mekane
Gondar ≠ Gondor Pass
Baidoa ≠ Bardera
Kismayo ≠ Kisumu
Marka ≠ Mrauk-U
Bor ≠ Bar
Malakal ≠ Malakand
Wau ≠ Waw Valley
Khartoum ≠ Khar Tum Hill
Nyala ≠ Nalut
Kidal ≠ Kandal
Gao ≠ Goa
Mopti ≠ Moti
Maiduguri ≠ Maidan
Jos ≠ Juz
Jolo ≠ Yola
Marawi ≠ Malawi
Basilan ≠ Baslan
Jaffna ≠ Jalna
Mannar ≠ Manner
Vavuniya ≠ Valvettithurai
Kunar ≠ Kanker
Herat ≠ Harar
Ghazni ≠ Gaza
Khost ≠ Kust
El Salvador ≠ Salvador
Tripoli ≠ Tirpul
Tikrit ≠ Taqrit Hill
Najaf ≠ Nijab
Basra ≠ Busra
Baquba ≠ Yakuba
Shusha ≠ Sisi
Gori ≠ Gauri Hill
Zepa ≠ Zeebu
Sirte ≠ Sert Bay
Derna ≠ Derne Hill
Rafah ≠ Rawa
Afrin ≠ Arfin
"""


def pairs(table: str, sign: str) -> list[list[str]]:
    return [line.split(f" {sign} ") for line in table.strip().splitlines()]


@pytest.mark.parametrize(("one", "other"), pairs(SAME, "="))
def test_spellings_of_one_place_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(("one", "other"), pairs(DIFFERENT, "≠"))
def test_different_places_have_different_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


def test_an_unlisted_village_keeps_its_key_across_transliterations() -> None:
    assert place_of("Tell Wardan") is None
    assert key_of("Tell Wardān") == key_of("Tal Wardan") == key_of("Tell el-Wardān")
    assert key_of("Bayt Sheikh Youssuf") == key_of("Beit Shaykh Yusuf")


def test_every_spelling_of_a_listed_place_leads_to_a_listed_place() -> None:
    for place in all_places():
        assert key_of(place.name) == skeleton_of(place.name)


def test_a_name_in_another_script_has_a_key() -> None:
    assert key_of("Харків") == key_of("Kharkiv")
    assert key_of("...") == "..."
