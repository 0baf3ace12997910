"""Claims by a language model behind an OpenAI-compatible endpoint: a local llama.cpp or Ollama, or a provider.

Optional (``pip install newsgraph[llm]``), and the one extractor that opens the network. The model is asked for claims in our JSON;
what it answers is data, never trusted: a quote that is not in the text refuses its claim, and every refusal is counted.
"""

from kg.extract.llm.extractor import LlmExtractor, LlmOptions, LlmReport

__all__ = ["LlmExtractor", "LlmOptions", "LlmReport"]
