"""The gazetteer: large cities, the largest first, with their names in many scripts."""

from articles.languages.cities import LEAST, cities


def test_the_cities_of_the_world_come_by_size():
    known = cities()
    assert len(known) > 1500
    assert [city.inhabitants for city in known] == sorted((city.inhabitants for city in known), reverse=True)
    assert known[-1].inhabitants >= LEAST


def test_a_city_has_names_in_other_scripts():
    (istanbul,) = [city for city in cities() if city.name == "Istanbul"]
    assert {"Стамбул", "استانبول", "İstanbul"} <= set(istanbul.others)
