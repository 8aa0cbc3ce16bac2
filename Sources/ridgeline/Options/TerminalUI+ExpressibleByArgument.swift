public import ArgumentParser
public import TerminalUI

extension GlyphSet: ExpressibleByArgument {}
