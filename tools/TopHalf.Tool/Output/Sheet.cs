using Spectre.Console;

namespace TopHalf.Tool;

/// <summary>Rows and columns of text, framed on a terminal and aligned by blanks elsewhere.</summary>
/// <param name="headings">The heading of each column.</param>
internal sealed class Sheet(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <param name="cells">As many as there are headings.</param>
    public void Add(params string[] cells)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(cells.Length, headings.Length);
        _rows.Add(cells);
    }

    public void Show(Screen screen)
    {
        if (screen.Terminal is { } terminal)
        {
            terminal.Write(Framed());
        }
        else
        {
            screen.Writer.Write(Aligned());
        }
    }

    /// <summary>The table as a terminal shows it.</summary>
    public Table Framed()
    {
        var table = new Table().RoundedBorder();
        foreach (string heading in headings)
        {
            table.AddColumn(new TableColumn(new Markup(Markup.Escape(heading), new Style(decoration: Decoration.Bold))));
        }

        foreach (string[] row in _rows)
        {
            table.AddRow(row.Select(static cell => new Text(cell)));
        }

        return table;
    }

    private string Aligned()
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Append(headings).Max(row => row[column].Length))];
        return string.Concat(_rows.Prepend(headings).Select(row =>
            string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd() + '\n'));
    }
}
