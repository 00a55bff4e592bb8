using System.Text;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>What one case came to.</summary>
/// <param name="Passed">Whether it held.</param>
/// <param name="Text">Why not, or what it noted.</param>
public sealed record GuestResult(bool Passed, string Text);

/// <summary>The lines that came out of the guest's second serial port.</summary>
/// <param name="Cases">The results by the name of their case.</param>
/// <param name="Complete">Whether the guest said that it was done.</param>
/// <param name="ExitCode">With what the guest's program ended, or null: /init never got that far.</param>
/// <param name="Malformed">The first line that says nothing, if there is one.</param>
public sealed record GuestResults(IReadOnlyDictionary<string, GuestResult> Cases, bool Complete, int? ExitCode, string? Malformed)
{
    /// <summary>Reads the lines. One that is cut off, because the guest died while it wrote, counts as not written.</summary>
    public static GuestResults Parse(string text)
    {
        Dictionary<string, GuestResult> cases = [];
        bool complete = false;
        int? exitCode = null;
        string? malformed = null;
        string[] lines = text.Split('\n');
        foreach (string line in lines[..^1])
        {
            switch (line.TrimEnd('\r').Split(' '))
            {
                case ["PASS", string name]:
                    cases[name] = new GuestResult(true, "");
                    break;
                case ["PASS", string name, string notes]:
                    cases[name] = new GuestResult(true, Decode(notes));
                    break;
                case ["FAIL", string name, string reason]:
                    cases[name] = new GuestResult(false, Decode(reason));
                    break;
                case ["DONE"]:
                    complete = true;
                    break;
                case ["EXIT", string code]:
                    exitCode = int.Parse(code);
                    break;
                default:
                    malformed ??= line;
                    break;
            }
        }

        return new GuestResults(cases, complete, exitCode, malformed);
    }

    private static string Decode(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
