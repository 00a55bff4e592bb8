using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TopHalf.CompilerServices;

namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>The structures of C# and of C have their fields at the same places, and the constants have the same values.</summary>
public sealed class TopHalfLayoutTests
{
    private const BindingFlags AllFields = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly (string Name, Type Type)[] Structures =
    [
        ("location", typeof(RegisterLocation)),
        ("step", typeof(TopHalfStep)),
        ("vector", typeof(TopHalfVector)),
        ("record", typeof(InterruptEvent)),
        ("completion", typeof(TopHalfCompletion)),
        ("top_half", typeof(TopHalfState)),
    ];

    [Fact]
    public void Every_field_has_its_offset_and_every_structure_its_size()
    {
        Gcc.SkipUnlessThere();
        string source = File.ReadAllText(Path.Combine(Gcc.Source, "top_half.c"));
        var expected = new List<string>();
        string prints = "";
        foreach ((string name, Type type) in Structures)
        {
            expected.Add($"{name} {Marshal.SizeOf(type)}");
            prints += $"printf(\"{name} %zu\\n\", sizeof(struct {name}));\n";
            foreach (string field in Fields(source, name))
            {
                prints += $"printf(\"{name}.{field} %zu\\n\", offsetof(struct {name}, {field}));\n";
                string managed = Pascal(field);
                string? found = Names(managed).FirstOrDefault(n => type.GetField(n, AllFields) is not null);
                Assert.True(found is not null, $"{type.Name} has no {managed}");
                expected.Add($"{name}.{field} {Marshal.OffsetOf(type, found)}");
            }
        }

        Assert.True(expected.Count > 60, "the fields of the C source were not found");
        Assert.Equal(expected, CompileAndRun(source, prints));
    }

    [Theory]
    [InlineData("ACCESS_MEMORY, ACCESS_FILE, ACCESS_CALL, ACCESS_IOCTL", typeof(RegisterLocationKind), 4)]
    [InlineData("TEST_ANY, TEST_EQUAL, WRITE, ECHO, MODIFY, HANDLE, FLUSH, AGAIN, UNMASK, MATCH, EACH_BIT, BANK, UNCLAIMED", typeof(StepOperation), 13)]
    [InlineData("FAULT_NONE, FAULT_WAIT, FAULT_ACCESS, FAULT_GONE", typeof(TopHalfFault), 4)]
    public void Enumerations_have_the_same_order(string text, Type type, int count)
    {
        Assert.Contains($"enum {{ {text} }};", File.ReadAllText(Path.Combine(Gcc.Source, "top_half.c")), StringComparison.Ordinal);
        IEnumerable<string> names = Enum.GetNames(type).Take(count).Select(static n => Regex.Replace(n, "(?<!^)([A-Z])", "_$1").ToUpperInvariant());
        Assert.All(names.Zip(text.Split(", ")), static pair => Assert.EndsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Fields(string source, string name)
    {
        string body = Regex.Match(source, $@"struct {name} \{{(.*?)\n\}};", RegexOptions.Singleline).Groups[1].Value;
        body = Regex.Replace(body, @"/\*.*?\*/|__attribute__\(\(.*?\)\)\)?", "", RegexOptions.Singleline);
        return body.Split(';')
            .Select(static d => d.Trim())
            .Where(static d => d.Length > 0)
            .SelectMany(static d => d.Split(',').Select(static part => part.Trim().Split(' ', '*')[^1]));
    }

    private static string[] CompileAndRun(string source, string prints)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["layout.c"], $"#include <stdio.h>\n{source}\nint main(void) {{\n{prints}return 0;\n}}\n");
        Gcc.Run("gcc", "-w", "-O0", "-o", folder["layout"], folder["layout.c"]);
        return Gcc.Run(folder["layout"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static string Pascal(string field)
        => string.Concat(field.Split('_').Select(static word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));

    // A field that is public or not, and the one behind a record's property.
    private static string[] Names(string field) => [field, "_" + char.ToLowerInvariant(field[0]) + field[1..], $"<{field}>k__BackingField"];
}
