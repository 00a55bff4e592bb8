using System.Reflection;
using System.Text.RegularExpressions;

namespace TopHalf.Runtime.Tests.Surface;

/// <summary>docs/troubleshooting.md quotes the messages of the library; this holds it to what the library says.</summary>
public sealed class TroubleshootingTests
{
    [Fact]
    public void Every_message_has_its_row_and_every_row_its_message()
    {
        string[] messages = WrongMachines.Messages();
        string[] rows = Rows();

        string[] invented = [.. rows.Where(row => !messages.Any(message => Matches(row, message)))];
        string[] unexplained = [.. messages.Where(message => !rows.Any(row => Matches(row, message)))];

        Assert.True(invented.Length == 0, $"no message reads like:\n{string.Join('\n', invented)}\nmessages:\n{string.Join('\n', messages)}");
        Assert.True(unexplained.Length == 0, $"no row for:\n{string.Join('\n', unexplained)}");
    }

    /// <summary>The quoted text of every table row that begins with some.</summary>
    private static string[] Rows()
    {
        string root = typeof(TroubleshootingTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;
        string[] lines = File.ReadAllLines(Path.Combine(root, "docs", "troubleshooting.md"));
        return [.. lines.Where(static line => line.StartsWith("| `", StringComparison.Ordinal)).Select(static line => line.Split('`')[1])];
    }

    private static bool Matches(string row, string message)
        => Regex.IsMatch(message, string.Join(".+?", row.Split('…').Select(Regex.Escape)), RegexOptions.Singleline);
}
