using System.Reflection;

namespace TopHalf.Runtime.Tests.Surface;

/// <summary>docs/threads.md promises a thread rule for every public member; this holds it to that.</summary>
public sealed class ThreadTableTests
{
    [Fact]
    public void Every_public_member_has_its_row_and_every_row_its_member()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot, "docs", "threads.md"));
        string[] rows = [.. page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(NamesOf).Order(StringComparer.Ordinal)];
        string[] members = [.. typeof(PciDevice).Assembly.GetExportedTypes().Where(HasThreads).SelectMany(MembersOf).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(members, rows);
    }

    [Fact]
    public void Every_public_value_and_exception_is_named()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryRoot, "docs", "threads.md"));
        Assert.All(
            typeof(PciDevice).Assembly.GetExportedTypes().Where(type => IsRecordStruct(type) || type.IsSubclassOf(typeof(Exception))),
            type => Assert.Contains($"`{type.Name}`", page, StringComparison.Ordinal));
    }

    private static string RepositoryRoot
        => typeof(ThreadTableTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryRoot").Value!;

    /// <summary>The names in a row's first cell: <c>`Type.Member`, `Type.Other`</c>.</summary>
    private static IEnumerable<string> NamesOf(string row)
        => row.Split('|')[1].Split(',', StringSplitOptions.TrimEntries).Select(name => name.Trim('`'));

    /// <summary>Values and exceptions are named as types; enums and attributes do nothing; generated code has a section of its own.</summary>
    private static bool HasThreads(Type type)
        => !type.IsEnum && !type.IsSubclassOf(typeof(Attribute)) && !type.IsSubclassOf(typeof(Exception))
            && type.GetMethod("<Clone>$") is null && !IsRecordStruct(type) && type.Namespace == "TopHalf";

    private static bool IsRecordStruct(Type type)
        => type.IsValueType && type.GetMethod("PrintMembers", BindingFlags.NonPublic | BindingFlags.Instance) is not null;

    private static IEnumerable<string> MembersOf(Type type)
    {
        const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (MemberInfo member in type.GetMembers(Declared))
        {
            bool visible = member switch
            {
                MethodInfo method => !method.IsSpecialName && (method.IsPublic || method.IsFamily) && !method.Name.Contains('.', StringComparison.Ordinal),
                PropertyInfo property => property.GetMethod!.IsPublic,
                ConstructorInfo constructor => constructor.IsPublic,
                _ => false,
            };
            if (visible)
            {
                yield return $"{type.Name.Split('`')[0]}.{(member is ConstructorInfo ? "new" : member.Name)}";
            }
        }
    }
}
