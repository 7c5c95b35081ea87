"""Edition → what a person or a program reads: one file a form.

``json_form`` keeps the published contracts, ``terminal`` prints, ``page`` makes one
self-contained HTML file. The rest is what they share: signs of kinds, runs of marked
words, quotations with their context, right-to-left words among others.
"""
