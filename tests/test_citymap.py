"""The map of the cities in the cases."""

from __future__ import annotations

from itertools import combinations
from math import dist
from xml.etree import ElementTree as ET

from curriculum.citymap import BOX, GAP, City, draw, land, place, spread

SVG = "{http://www.w3.org/2000/svg}"
BOGOTA, MEDELLIN = City(4.7, -74.1, "Bogotá", "bogota/", "in-1"), City(6.2, -75.6, "Medellín", "m/")


def _drawn(*cities: City) -> ET.Element:
    svg = draw(cities, "Cities", "M0 0")
    return ET.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))  # noqa: S314


def test_every_city_is_a_numbered_link() -> None:
    """A reader with a keyboard reaches each city and hears its number and name."""
    links = [(a.get("href"), a.get("aria-label")) for a in _drawn(BOGOTA, MEDELLIN).iter(f"{SVG}a")]
    assert links == [("bogota/", "1. Bogotá"), ("m/", "2. Medellín")]


def test_dots_of_small_screens_are_no_links() -> None:
    """The dots are only a picture; their list stands beside them."""
    dots = next(g for g in _drawn(BOGOTA).iter(f"{SVG}g") if g.get("class") == "world__dots")
    assert dots.get("aria-hidden") == "true"
    assert [circle.get("class") for circle in dots] == ["world__city in-1"]


def test_places_are_equirectangular() -> None:
    """Degrees become units: 0° and 0° lie at the middle of the width."""
    assert place(0, 0) == (360, 168)
    assert place(84, -180) == (0, 0)


def test_numbers_do_not_touch() -> None:
    """Cities that are close to each other, or in one place, get numbers side by side."""
    points = [(100.0, 100.0)] * 4 + [(103.0, 101.0), (400.0, 50.0)]
    moved = spread(points)
    assert min(dist(one, other) for one, other in combinations(moved, 2)) > GAP - 1
    assert dist(moved[-1], points[-1]) < 0.1


def test_the_map_is_the_same_on_every_run() -> None:
    """Two builds of one curriculum give the same drawing."""
    assert spread([(1.0, 1.0), (2.0, 2.0)]) == spread([(1.0, 1.0), (2.0, 2.0)])


def test_labels_are_escaped() -> None:
    """A title with marks is only a title."""
    svg = _drawn(City(0, 0, '<b>"&', "x/"))
    assert next(svg.iter(f"{SVG}title")).text == '<b>"&'


def test_the_land_is_small_and_stays_in_the_package() -> None:
    """The outlines are one path of at most 25 KB."""
    assert land().startswith("M")
    assert len(land()) <= 25_000
    assert BOX[2] / BOX[3] > 2
