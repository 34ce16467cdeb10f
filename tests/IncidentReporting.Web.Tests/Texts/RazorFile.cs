namespace IncidentReporting.Web.Tests.Texts;

/// <summary>
/// The words that stand in a .cshtml file itself, outside of all code: in its markup and in those attributes that people read or hear.
/// Reads as much of Razor as is needed to tell markup from code.
/// </summary>
internal sealed class RazorFile
{
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
    private static readonly HashSet<string> LineDirectives = ["page", "model", "using", "inject", "addTagHelper", "removeTagHelper", "tagHelperPrefix", "namespace", "inherits", "implements", "attribute", "layout"];
    private static readonly HashSet<string> Statements = ["if", "foreach", "for", "while", "switch", "lock", "try", "do"];
    private static readonly HashSet<string> Followers = ["else", "catch", "finally"];

    // What an attribute says to people. Names of our own components' attributes among them.
    private static readonly HashSet<string> Spoken =
        ["alt", "aria-label", "aria-description", "aria-valuetext", "aria-roledescription", "content", "heading", "hint", "label", "placeholder", "summary", "text", "title", "help", "caption", "empty"];

    private readonly string _source;
    private readonly List<(int Line, string Text)> _words = [];
    private int _at;

    private RazorFile(string source) => _source = source;

    /// <summary>Each with the line it stands on.</summary>
    public static IReadOnlyList<(int Line, string Text)> Words(string source)
    {
        var file = new RazorFile(source);
        file.Markup(isElement: false);
        return file._words;
    }

    private bool Ended => _at >= _source.Length;

    private char Now => _source[_at];

    // Until the end of the file or of the brace, or of the one element that stands in code.
    private void Markup(bool isElement, bool inBraces = false)
    {
        var depth = 0;
        while (!Ended)
        {
            if (Now == '@')
            {
                Transition();
            }
            else if (Is("<!--"))
            {
                SkipTo("-->");
            }
            else if (Is("<!"))
            {
                SkipTo(">");
            }
            else if (Is("</"))
            {
                SkipTo(">");
                depth--;
            }
            else if (Now == '<')
            {
                depth += Tag() ? 1 : 0;
            }
            else if (inBraces && depth == 0 && Now == '}')
            {
                _at++;
                return;
            }
            else
            {
                Text(inBraces && depth == 0);
                continue;
            }

            if (isElement && depth <= 0)
            {
                return;
            }
        }
    }

    private void Text(bool endsAtBrace)
    {
        var start = _at;
        while (!Ended && Now is not ('<' or '@') && !(endsAtBrace && Now == '}'))
        {
            _at++;
        }

        Say(start, _source[start.._at]);
    }

    /// <returns>True when it is to be closed.</returns>
    private bool Tag()
    {
        _at++;
        var name = Word();
        while (!Ended)
        {
            SkipSpace();
            if (Is("/>"))
            {
                _at += 2;
                return false;
            }

            if (Now == '>')
            {
                _at++;
                return !Void.Contains(name) && !IsWithoutEnd(name);
            }

            if (Now == '@')
            {
                Transition();
                continue;
            }

            var attribute = Word();
            if (attribute.Length == 0)
            {
                _at++;
            }
            else if (!Ended && Now == '=')
            {
                _at++;
                Value(attribute, isSpoken: Spoken.Contains(attribute) && !(name == "meta" && attribute == "content"));
            }
        }

        return false;
    }

    private bool IsWithoutEnd(string name) => !_source.AsSpan(_at).Contains($"</{name}>", StringComparison.OrdinalIgnoreCase);

    private void Value(string attribute, bool isSpoken)
    {
        SkipSpace();
        if (Ended || Now is not ('"' or '\''))
        {
            while (!Ended && !char.IsWhiteSpace(Now) && Now != '>')
            {
                _at++;
            }

            return;
        }

        var quote = Now;
        _at++;
        while (!Ended && Now != quote)
        {
            if (Now == '@')
            {
                Transition();
                continue;
            }

            var start = _at;
            while (!Ended && Now != quote && Now != '@')
            {
                _at++;
            }

            if (isSpoken)
            {
                Say(start, $"{attribute}: ", _source[start.._at]);
            }
        }

        _at++;
    }

    private void Transition()
    {
        _at++;
        if (Ended)
        {
            return;
        }

        switch (Now)
        {
            case '@':
                _at++;
                return;
            case '*':
                SkipTo("*@");
                return;
            case '(':
                Balanced('(', ')');
                return;
            case '{':
                Code();
                return;
            case ':':
                Line();
                return;
        }

        var start = _at;
        var word = Identifier();
        if (LineDirectives.Contains(word) && (word != "using" || !NextIs('(')))
        {
            SkipTo("\n");
        }
        else if (word == "section")
        {
            SkipTo("{");
            Markup(isElement: false, inBraces: true);
        }
        else if (word is "functions" or "code")
        {
            SkipTo("{");
            _at--;
            Balanced('{', '}');
        }
        else if (Statements.Contains(word) || word == "using")
        {
            Statement();
        }
        else
        {
            _at = start;
            Expression();
        }
    }

    private void Statement()
    {
        while (true)
        {
            SkipSpace();
            if (Now == '(')
            {
                Balanced('(', ')');
                SkipSpace();
            }

            if (Ended || Now != '{')
            {
                return;
            }

            Code();
            var after = _at;
            SkipSpace();
            var word = Identifier();
            if (!Followers.Contains(word))
            {
                _at = after;
                return;
            }

            SkipSpace();
            if (Is("if"))
            {
                _at += 2;
            }
        }
    }

    // A block in braces, with elements where statements stand.
    private void Code()
    {
        _at++;
        var depth = 1;
        var isStart = true;
        var statement = _at;
        while (!Ended)
        {
            if (char.IsWhiteSpace(Now))
            {
                _at++;
            }
            else if (Is("//") || Is("/*"))
            {
                Literal();
            }
            else if (isStart && Now == '<' && _at + 1 < _source.Length && (char.IsLetter(_source[_at + 1]) || _source[_at + 1] == '!'))
            {
                Markup(isElement: true);
            }
            else if (isStart && Now == '@')
            {
                Transition();
            }
            else if (Now is '{' or '}')
            {
                depth += Now == '{' ? 1 : -1;
                isStart = true;
                _at++;
                if (depth == 0)
                {
                    return;
                }
            }
            else
            {
                statement = isStart ? _at : statement;
                isStart = Now is ';' || (Now == ':' && IsLabel(statement));
                Literal();
            }
        }
    }

    private bool IsLabel(int statement) =>
        _source.AsSpan(statement).StartsWith("case ", StringComparison.Ordinal) || _source.AsSpan(statement).StartsWith("default", StringComparison.Ordinal);

    private void Line()
    {
        _at++;
        var end = _source.IndexOf('\n', _at);
        end = end < 0 ? _source.Length : end;
        while (_at < end)
        {
            if (Now == '@')
            {
                Transition();
            }
            else if (Now == '<')
            {
                Tag();
            }
            else
            {
                var start = _at;
                while (_at < end && Now is not ('@' or '<'))
                {
                    _at++;
                }

                Say(start, _source[start.._at]);
            }
        }
    }

    private void Expression()
    {
        if (Identifier() == "await")
        {
            SkipSpace();
            Identifier();
        }

        while (!Ended)
        {
            if (Now is '(')
            {
                Balanced('(', ')');
            }
            else if (Now is '[')
            {
                Balanced('[', ']');
            }
            else if (Now is '!' && _at + 1 < _source.Length && _source[_at + 1] is '.' or '[' or '(')
            {
                _at++;
            }
            else if (Is("?.") || (Now == '.' && _at + 1 < _source.Length && (char.IsLetter(_source[_at + 1]) || _source[_at + 1] == '_')))
            {
                _at += Now == '?' ? 2 : 1;
                Identifier();
            }
            else
            {
                return;
            }
        }
    }

    private void Balanced(char open, char close)
    {
        var depth = 0;
        while (!Ended)
        {
            if (Now == open)
            {
                depth++;
            }
            else if (Now == close && --depth == 0)
            {
                _at++;
                return;
            }

            Literal();
        }
    }

    // One character of code; a string, a character or a comment at once.
    private void Literal()
    {
        if (Is("//"))
        {
            SkipTo("\n");
        }
        else if (Is("/*"))
        {
            SkipTo("*/");
        }
        else if (Is("\"\"\""))
        {
            _at += 3;
            SkipTo("\"\"\"");
        }
        else if (Now is '"' or '\'')
        {
            String(Now, isVerbatim: _at > 0 && _source[_at - 1] == '@', isInterpolated: _at > 0 && _source[_at - 1] == '$');
        }
        else
        {
            _at++;
        }
    }

    private void String(char quote, bool isVerbatim, bool isInterpolated)
    {
        _at++;
        while (!Ended && Now != quote)
        {
            if (isInterpolated && Is("{{"))
            {
                _at += 2;
            }
            else if (isInterpolated && Now == '{')
            {
                Balanced('{', '}');
            }
            else
            {
                _at += Now == '\\' && !isVerbatim ? 2 : 1;
            }
        }

        _at++;
    }

    private void Say(int start, string text) => Say(start, string.Empty, text);

    private void Say(int start, string before, string text)
    {
        var words = System.Net.WebUtility.HtmlDecode(text).Trim();
        if (words.Any(char.IsLetter))
        {
            var lead = text.Length - text.TrimStart().Length;
            _words.Add((_source.AsSpan(0, start + lead).Count('\n') + 1, before + words));
        }
    }

    private string Identifier()
    {
        var start = _at;
        while (!Ended && (char.IsLetterOrDigit(Now) || Now == '_'))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private string Word()
    {
        var start = _at;
        while (!Ended && (char.IsLetterOrDigit(Now) || Now is '-' or ':' or '_' or '.'))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private bool Is(string text) => _source.AsSpan(_at).StartsWith(text, StringComparison.Ordinal);

    private bool NextIs(char wanted)
    {
        var at = _at;
        while (at < _source.Length && _source[at] is ' ')
        {
            at++;
        }

        return at < _source.Length && _source[at] == wanted;
    }

    private void SkipSpace()
    {
        while (!Ended && char.IsWhiteSpace(Now))
        {
            _at++;
        }
    }

    private void SkipTo(string end)
    {
        var found = _source.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _source.Length : found + end.Length;
    }
}
