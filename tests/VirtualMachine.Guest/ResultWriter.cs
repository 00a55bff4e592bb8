using System.Text;

namespace TopHalf.VirtualMachine.Guest;

/// <summary>
/// Writes the lines that the host reads: <c>PASS name [text]</c> or <c>FAIL name text</c> for each case, then <c>DONE</c>.
/// The text is base64 of UTF-8, because it may hold anything and a line is a record.
/// </summary>
/// <remarks>Every line is flushed: what was written survives the death of the guest.</remarks>
public sealed class ResultWriter(TextWriter output) : IDisposable
{
    /// <summary>The case held; <paramref name="notes"/> is what it measured, or nothing.</summary>
    public void Pass(string name, string notes) => Write(notes.Length == 0 ? $"PASS {name}" : $"PASS {name} {Encode(notes)}");

    /// <summary>The case did not hold, and why.</summary>
    public void Fail(string name, string reason) => Write($"FAIL {name} {Encode(reason)}");

    /// <summary>Nothing follows. Without this line the host takes the guest for dead.</summary>
    public void Done() => Write("DONE");

    /// <summary>Closes the output.</summary>
    public void Dispose() => output.Dispose();

    private void Write(string line)
    {
        output.Write(line + "\n");
        output.Flush();
    }

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
