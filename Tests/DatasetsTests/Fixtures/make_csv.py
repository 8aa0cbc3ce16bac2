"""Writes csv.json: what Python's csv module and pandas make of tricky CSV texts.

Run in this folder: python3 make_csv.py   (Python 3.11, pandas 3.1)
Texts on which we differ from pandas on purpose (`?` and blank cells are missing, `None` is not) are
left out of `numbers`; `cells` has none, as the csv module knows no missing values.
"""

import csv
import io
import json

import pandas as pd

CELLS = [
    'a,b\nx,y\n',
    'a,b\nx,y',
    'a,b\r\nx,y\r\n',
    'a,b\rx,y\r',
    'a,b\n"x","y"\n',
    'a,b\n"x,1","y;2"\n',
    'a,b\n"x\ny","z\r\nw"\n',
    'a,b\n"say ""so""",""""\n',
    'a,b\n"""x""","x"""""\n',
    'a,b\nx"y,"z"w\n',
    'a,b\n"x"y"z,w\n',
    'a,b\nx "y" z, w\n',
    'a,b\n x , y \n',
    'a,b\n\n\nx,y\n\n',
    '"a","b"\n"x"," ""y"" "\n',
    '"a\nb",c\nx,y\n',
    'a,b\nx,\'y\'\n',
    'a,b\n\\"x,y\\\n',
    'a\tb\nx,1\ty\n',
    'a;b\nx,1;y\n',
    'a;b\n"x;1";y\n',
    'ä,ö\nß,é\n日本,😀\n',
    'a,b\n"x\n\n\ny",z\n',
]

NUMBERS = [
    'a,b\n1,2\n3,4\n',
    'a,b\n1.5,-2e3\n+3,.5\n5.,1E-5\n',
    'a,b\n"1","2.5"\n3,"4"\n',
    'a,b\n1,NA\nNaN,2\n,3\nnull,4\nN/A,5\nn/a,6\nNULL,7\n#N/A,8\n<NA>,9\n-nan,10\n',
    'a,b\n1, 2\n 3 ,4\n',
    'a,b\n"",1\n2,""\n',
    'a,b\n0.1,0.30000000000000004\n123456789012345678,1e-320\n1.7976931348623157e308,5e-324\n',
    'a,b\n1,x\n2,3\n',
    'a,b\nTrue1,1\n0x10,2\n',
    'a,b\n1_000,1\n2,2\n',
    'a,b\n"1,000",1\n"2,000",2\n',
    'a,b\n1e,1\n2,2\n',
    'a,b\n1-2,1\n2-3,2\n',
    'a,b\n2020-01-01,1\n2020-01-02,2\n',
]


def delimiter(text):
    header = text.split('\n')[0]
    return max(',\t;', key=header.count)


def cells(text):
    rows = [row for row in csv.reader(io.StringIO(text, newline=''), delimiter=delimiter(text))
            if row]
    return {'text': text, 'names': rows[0], 'rows': rows[1:]}


def numbers(text):
    table = pd.read_csv(io.StringIO(text), float_precision='round_trip')
    columns = []
    for name in table.columns:
        column = table[name]
        if pd.api.types.is_numeric_dtype(column):
            columns.append({'numbers': [None if pd.isna(x) else float(x) for x in column]})
        else:
            columns.append({'texts': [None if pd.isna(x) else x for x in column]})
    return {'text': text, 'names': list(table.columns), 'columns': columns}


with open('csv.json', 'w') as file:
    json.dump({'cells': [cells(text) for text in CELLS],
               'numbers': [numbers(text) for text in NUMBERS]}, file, indent=1)
    file.write('\n')
