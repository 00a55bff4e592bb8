using System.Text.RegularExpressions;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Fire;

/// <summary>Every driver that this repository shows: pages, rules, samples, the sources of snapshots.</summary>
internal static partial class Corpus
{
    /// <summary>Whole sources.</summary>
    public static readonly string[] Sources =
    [
        CSharp14Sources.Driver,
        .. Blocks(MarkdownBlock(), "README.md", "docs/descriptors.md"),
        .. Blocks(MarkdownBlock(), [.. Repository.Names("docs/rules", "TH*.md").Select(static n => $"docs/rules/{n}.md")]),
        .. Blocks(RawString(), "tests/Generator.Tests/SnapshotTests.cs", "tests/Generator.Tests/HostileNamesTests.cs"),
        .. Repository.Names("samples/Edu", "*.cs").Select(static n => Repository.Read($"samples/Edu/{n}.cs")),
    ];

    /// <summary>What C# is made of, and what drivers are.</summary>
    public static readonly string[] Words =
    [
        "[InterruptDriver]", "[MsiVector(0)]", "[MsiVector(", "[IrqPending(RegisterType.Mmio32, 0, 0, 1)]", "[IrqAck(", "Clear = IrqClear.Echo",
        "RegisterType", "Mmio64", "in Interrupt irq", "void OnDone", "partial", "class", "record", "struct", "interface", "enum", "delegate",
        "namespace", "using", "global::", "TopHalf", "static", "abstract", "async", "extern", "file", "unsafe", "ref", "readonly", "const",
        "uint", "ulong", "0x", "0xFFFF_FFFF_FFFF_FFFF", "99999999999999999999", "-1", "1e400", "'\\uD800'", "\"\\uD800\"", "null", "default",
        "nameof(", "typeof(", "<T>", "<", ">", "where T : new()", "(", ")", "[", "]", "{", "}", ";", ",", ".", ":", "::", "=", "=>", "?", "@",
        "@class", "\\u0041", "\uD835\uDC00", "\uD800", "\u0130\u0131", "\0", "\u202E", "#if X\n", "#endif\n", "#pragma warning disable\n", "#line 1 \"x\"\n",
        "/*", "*/", "//", "\"", "\"\"\"", "$\"{", "'", "Manifest", "EnableInterrupts", "TopHalfDispatcher", "System", "Missing", "\n",
    ];

    private static IEnumerable<string> Blocks(Regex block, params string[] paths)
        => paths.SelectMany(path => block.Matches(Repository.Read(path)).Select(static m => m.Groups["code"].Value));

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex MarkdownBlock();

    [GeneratedRegex("\"\"\"\n(?<code>.*?)\"\"\"", RegexOptions.Singleline)]
    private static partial Regex RawString();
}
