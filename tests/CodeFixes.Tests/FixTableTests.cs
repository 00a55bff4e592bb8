using System.Composition;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests;

/// <summary>A fix is complete: editors find it, it is for rules that there are, and it has tests of its own.</summary>
public sealed class FixTableTests
{
    public static TheoryData<string> Names => [.. AllFixes.Instances.Select(static f => f.GetType().Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Editors_find_it(string name)
    {
        Type type = AllFixes.Instances.Single(f => f.GetType().Name == name).GetType();
        ExportCodeFixProviderAttribute export = type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!;
        Assert.Equal([LanguageNames.CSharp], export.Languages);
        Assert.Equal(name, export.Name);
        Assert.NotNull(type.GetCustomAttribute<SharedAttribute>());
        Assert.True(type.IsPublic);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_for_rules_that_there_are(string name)
    {
        DriverCodeFix fix = AllFixes.Instances.Single(f => f.GetType().Name == name);
        Assert.NotEmpty(fix.FixableDiagnosticIds);
        Assert.Empty(fix.FixableDiagnosticIds.Except(AllRules.Instances.Select(static r => r.Id)));
        Assert.Equal([FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution], fix.GetFixAllProvider().GetSupportedFixAllScopes().Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_tests(string name) => Assert.NotNull(typeof(FixTableTests).Assembly.GetType($"TopHalf.CodeFixes.Tests.{name}Tests"));
}
