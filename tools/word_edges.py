"""How Korean words end and begin: weights of the one and the two syllables on each side of a place, for a space there.

A linear model (logistic regression) over features that are told apart by hashing only (Weinberger et al. 2009): a table of bytes, the
upper half of each a check, the lower half the weight of the feature that it belongs to, from -7 to 7. As detail/hangul_joint.hpp reads it.
Learned from the spaces inside lines. Needs numpy, scipy and scikit-learn."""
import numpy
from scipy import sparse
from sklearn.linear_model import SGDClassifier

CHECK = 4                       # bits of a hash, behind those that are the place in the table
WIDE = 22                       # bits of the hash while features are chosen
MOST = 7
FIRST, LAST = 0xAC00, 0xD7A3


def places(texts):
    """an array of (last syllable but one, last, first, second) around each pair of syllables with or without a space between; syllables
    count from 1, anything else is 0; and whether there is a space"""
    rows, spaces = [], []
    for text in texts:
        for line in text.split('\n'):
            codes = [0, 0] + [ord(c) - FIRST + 1 if FIRST <= ord(c) <= LAST else -(c == ' ') for c in ' '.join(line.split())] + [0, 0, 0]
            for i in range(2, len(codes) - 3):
                gap = codes[i + 1] == -1
                begin = i + 1 + gap
                if codes[i] > 0 and codes[begin] > 0:
                    rows.append((max(0, codes[i - 1]), codes[i], codes[begin], max(0, codes[begin + 1])))
                    spaces.append(gap)
    return numpy.array(rows, dtype=numpy.uint32).reshape(-1, 4), numpy.array(spaces, dtype=bool)


def hashes(rows):
    """of the last syllable, the last two, the first, the first two"""
    before, last, first, behind = rows.T
    keys = numpy.stack([last, last | before << 14 | 1 << 28, first | 2 << 28, first | behind << 14 | 3 << 28], axis=1).astype(numpy.uint32)
    keys *= numpy.uint32(0x9E3779B1)
    keys ^= keys >> 15
    keys *= numpy.uint32(0x85EBCA77)
    return keys


def fitted(columns, count, labels):
    """weights of the features, -1 for none, and the bias"""
    row = numpy.repeat(numpy.arange(len(columns)), columns.shape[1])
    there = columns.ravel() >= 0
    matrix = sparse.csr_matrix((numpy.ones(there.sum(), dtype=numpy.float32), (row[there], columns.ravel()[there])), shape=(len(columns), count))
    model = SGDClassifier(loss='log_loss', alpha=1e-6, max_iter=5, tol=None, random_state=1, average=True).fit(matrix, labels)
    return model.coef_[0]


class Edges:
    """a table of 2^bits features, the worthiest"""

    def __init__(self, rows, labels, bits):
        self.bits = bits
        found = hashes(rows)
        worth = numpy.abs(fitted((found >> (32 - WIDE)).astype(numpy.int64), 1 << WIDE, labels))
        features, counts = numpy.unique(found, return_counts=True)
        order = numpy.argsort(worth[features >> (32 - WIDE)] * counts, kind='stable')
        self.owner = numpy.full(1 << bits, -1)
        self.owner[features[order] >> (32 - self.bits)] = features[order] >> (32 - self.bits - CHECK) & (1 << CHECK) - 1      # the worthiest comes last
        weights = fitted(self.owned(found), 1 << bits, labels)
        scale = MOST / numpy.percentile(numpy.abs(weights[weights != 0]), 98.5)
        self.weights = numpy.clip(numpy.round(weights * scale), -MOST, MOST).astype(numpy.int64)

    def owned(self, found):
        """the place of each feature in the table, -1 where another one has it"""
        place, check = (found >> (32 - self.bits)).astype(numpy.int64), found >> (32 - self.bits - CHECK) & (1 << CHECK) - 1
        return numpy.where(self.owner[place] == check, place, -1)

    def sums(self, rows):
        """of what the left side says, of what the right side says"""
        place = self.owned(hashes(numpy.asarray(rows, dtype=numpy.uint32).reshape(-1, 4)))
        weights = numpy.where(place < 0, 0, self.weights[place])
        return weights[:, :2].sum(axis=1), weights[:, 2:].sum(axis=1)

    def bytes(self):
        return [int(max(owner, 0)) << 4 | int(weight) & 15 for owner, weight in zip(self.owner, self.weights)]
