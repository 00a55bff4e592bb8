using System.Text;

namespace TopHalf.Generator;

/// <summary>Writes lines of C# with their indentation and with <c>\n</c> at every end, on every machine.</summary>
internal sealed class IndentedWriter
{
    private const int SpacesPerLevel = 4;

    private readonly StringBuilder _text = new();
    private int _level;

    /// <summary>Writes one line; an empty one without trailing spaces.</summary>
    public IndentedWriter Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _level * SpacesPerLevel).Append(text);
        }

        _text.Append('\n');
        return this;
    }

    /// <summary>Writes the following lines one level deeper, until the result is disposed.</summary>
    /// <param name="open">The line before them, at the present level; none where it is null.</param>
    /// <param name="close">The line after them.</param>
    public Scope Indent(string? open = null, string? close = null)
    {
        if (open is not null)
        {
            Line(open);
        }

        _level++;
        return new Scope(this, close);
    }

    /// <summary>Writes the following lines in braces, until the result is disposed.</summary>
    public Scope Block() => Indent("{", "}");

    public override string ToString() => _text.ToString();

    /// <summary>An open level of indentation.</summary>
    public readonly struct Scope(IndentedWriter writer, string? close) : IDisposable
    {
        public void Dispose()
        {
            writer._level--;
            if (close is not null)
            {
                writer.Line(close);
            }
        }
    }
}
