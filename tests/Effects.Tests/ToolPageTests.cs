using TopHalf.CompilerTesting;

namespace TopHalf.Effects.Tests;

/// <summary>What docs/tool.md shows of the command.</summary>
public sealed class ToolPageTests
{
    private const string Source =
        """
        [assembly: System.Reflection.AssemblyVersion("4.2.0.0")]
        namespace Vendor;

        public sealed class Card(System.IO.Stream file)
        {
            private byte[] _bytes = new byte[64];
            private int _count;

            public int Count => _count;

            public string Describe() => _count.ToString();

            public void Flush() => file.Flush();

            public void Push(byte value)
            {
                if (_count == _bytes.Length)
                {
                    Grow();
                }

                _bytes[_count++] = value;
            }

            private void Grow()
            {
                byte[] larger = new byte[2 * _count];
                _bytes.CopyTo(larger, 0);
                _bytes = larger;
            }
        }
        """;

    /// <summary>Run with TOPHALF_ACCEPT=1 to write it into the page.</summary>
    [Fact]
    public void The_example_is_what_comes_out()
    {
        const string Command = "$ tophalf effects Vendor.Card.dll\n";
        using var code = new CompiledCode(Source, "Vendor.Card");
        string example = EffectsFile.Of(code.File);
        string page = Repository.Read("docs/tool.md");
        int start = page.IndexOf(Command, StringComparison.Ordinal) + Command.Length;
        int end = page.IndexOf("```", start, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write("docs/tool.md", page[..start] + example + page[end..]);
            return;
        }

        Assert.Equal(example, page[start..end]);
    }
}
