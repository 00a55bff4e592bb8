using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Of every public member of TopHalf it is known what it does in a handler, by its contract or by a line of the table.</summary>
public sealed class RuntimeEffectsTests
{
    private static readonly Compilation Project = DriverProject.Create(ProjectOptions.Default);

    private static readonly string[] Ids =
    [
        .. Repository.Read("src/Analyzers/Effects/Library/RuntimeEffects.txt").Split('\n')
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split(';')[0]),
    ];

    public static TheoryData<string> Members => [.. PublicTypes().SelectMany(MembersOf).Select(static m => m.GetDocumentationCommentId()!)];

    public static TheoryData<string> Lines => [.. Ids];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_public_member_has_a_contract_or_a_line(string id)
    {
        ISymbol member = DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Project)!;
        string overloads = id.Split('(')[0];
        bool hasContract = HasContract(member) || HasContract(member.ContainingType);
        bool hasLine = Ids.Contains(overloads)
            || Ids.Contains(member.ContainingType.GetDocumentationCommentId())
            || Ids.Contains("N:" + member.ContainingNamespace.ToDisplayString());
        Assert.True(hasContract || hasLine, $"Mark {id} [InterruptSafe], or say in RuntimeEffects.txt what it does.");
        Assert.False(HasContract(member) && Ids.Contains(overloads), $"The contract of {id} comes first, and its line is never read.");
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_about_something(string id)
    {
        ISymbol? scope = DocumentationCommentId.GetFirstSymbolForDeclarationId(id[0] == 'M' ? "T" + id[1..id.LastIndexOf('.')] : id, Project);
        Assert.Equal("TopHalf", scope?.ContainingAssembly?.Name ?? "TopHalf");
        Assert.NotNull(scope);
        Assert.True(id[0] != 'M' || ((INamedTypeSymbol)scope).GetMembers(id[(id.LastIndexOf('.') + 1)..]).Length > 0, id);
    }

    private static IEnumerable<INamedTypeSymbol> PublicTypes()
        => Project.References.Select(Project.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>().Single(static a => a.Name == "TopHalf")
            .GlobalNamespace.GetNamespaceMembers().SelectMany(static n => n.GetNamespaceMembers().SelectMany(static i => i.GetTypeMembers()).Concat(n.GetTypeMembers()))
            .Where(static t => t.DeclaredAccessibility == Accessibility.Public && t.TypeKind is TypeKind.Class or TypeKind.Struct && t.BaseType?.Name != "Attribute");

    // What a handler can write: a constructor of a class is an object, and told as such; the copy of a record has no name in C#.
    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type) => type.GetMembers().Where(static m =>
        m is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol
        && m.Name[0] != '<'
        && m.DeclaredAccessibility == Accessibility.Public
        && !m.IsOverride
        && !m.ContainingType.Name.EndsWith("Attribute", StringComparison.Ordinal));

    private static bool HasContract(ISymbol symbol)
        => symbol.GetAttributes().Any(static a => a.AttributeClass?.Name is "InterruptSafeAttribute" or "InterruptUnsafeAttribute");
}
