import pytest

from kg.annotate.factories import COMPONENTS
from kg.annotate.pipeline import annotate, load
from kg.annotate.spans import mark, marked, span_group
from kg.errors import KnowledgeError
from kg.model import Block, CleanText, Document
from kg.resources import PIPELINES

TEXT = "平川县招商大会召开\n县委书记周明远说：“要快。”\n责任编辑 王五"
BLOCKS = (Block("title", 0, 9), Block("paragraph", 10, 24), Block("furniture", 25, 32))


def doc():
    document = Document("a", "a", "a.txt", "", "utf8", TEXT, 0, len(TEXT), "2022-02-18")
    return next(annotate([(document, CleanText(TEXT, tuple(range(len(TEXT))), BLOCKS))]))


def test_every_character_is_a_token():
    made = doc()
    assert made.text == TEXT
    assert [token.idx for token in made] == list(range(len(TEXT)))


def test_a_doc_keeps_its_document_and_date():
    assert (doc()._.document.identifier, doc()._.date) == ("a", "2022-02-18")


def test_furniture_is_a_block_without_sentences_and_words():
    assert [label for *_, label, _ in marked(doc(), "blocks")] == ["title", "paragraph", "furniture"]
    assert max(end for _, end, _, _ in marked(doc(), "sentences")) == 24
    assert max(end for _, end, _, _ in marked(doc(), "words")) == 24


def test_spans_of_one_place_keep_a_value_each():
    made = doc()
    mark(made, "one", [(0, 3, "Region", "县"), (0, 3, "Policy", "策")])
    assert [(span.label_, span._.value) for span in span_group(made, "one")] == [("Region", "县"), ("Policy", "策")]
    assert [span.text for span in made.spans["one"]] == ["平川县", "平川县"]


def test_the_configuration_names_every_component_in_order():
    assert load().pipe_names == list(COMPONENTS)


@pytest.mark.parametrize(
    ("there", "wrong"),
    [
        ('lang = "zh"', 'lang = "zh"\nlanguage = "zh"'),
        ('factory = "fangzhi_words"', 'factory = "fangzhi_words"\nbatch = 9'),
        ('factory = "fangzhi_titles"', 'factory = "fangzhi_ranks"'),
    ],
)
def test_what_nobody_knows_fails_at_load(tmp_path, there, wrong):
    config = (PIPELINES / "fangzhi.cfg").read_text(encoding="utf8")
    assert there in config
    path = tmp_path / "wrong.cfg"
    path.write_text(config.replace(there, wrong), encoding="utf8")
    with pytest.raises(KnowledgeError, match=r"wrong\.cfg"):
        load(path)
