using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Declarations.Tests;

/// <summary>
/// What the runtime offers, signature by signature, as it was accepted: who changes it sees what users will see. To accept a change: look at
/// it, and run this once with TOPHALF_ACCEPT=1.
/// </summary>
public sealed class PublicSurfaceTests
{
    private const string Accepted = "tests/Declarations.Tests/PublicSurface.verified.txt";

    private static readonly SymbolDisplayFormat Type = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        kindOptions: SymbolDisplayKindOptions.IncludeTypeKeyword,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    private static readonly SymbolDisplayFormat Member = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers
            | SymbolDisplayMemberOptions.IncludeAccessibility | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeDefaultValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    [Fact]
    public void It_is_what_was_accepted()
    {
        string received = Describe();
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Accepted, received);
        }

        Assert.Equal(Repository.Read(Accepted), received);
    }

    private static string Describe()
    {
        CSharpCompilation compilation = DriverProject.Create(ProjectOptions.Default, "");
        INamedTypeSymbol device = compilation.GetTypeByMetadataName("TopHalf.PciDevice")!;
        var text = new StringBuilder();
        foreach (INamedTypeSymbol type in Types(device.ContainingAssembly.GlobalNamespace).OrderBy(static t => t.ToDisplayString(), StringComparer.Ordinal))
        {
            string bases = string.Join(", ", Bases(type));
            text.Append(Modifiers(type)).Append(type.ToDisplayString(Type)).Append(bases.Length > 0 ? $" : {bases}" : "").Append('\n');
            foreach (string member in type.GetMembers().Where(IsVisible).Select(static m => m.ToDisplayString(Member)).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceSymbol space)
        => space.GetTypeMembers().SelectMany(WithNested).Concat(space.GetNamespaceMembers().SelectMany(Types));

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type)
        => type.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected ? [type, .. type.GetTypeMembers().SelectMany(WithNested)] : [];

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
        => new[] { type.BaseType }
            .Where(static t => t is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum or SpecialType.System_MulticastDelegate) })
            .Concat(type.Interfaces)
            .Select(static t => t!.ToDisplayString());

    // What else there is, the keyword brings along.
    private static string Modifiers(INamedTypeSymbol type)
        => type.IsStatic ? "static " : type.TypeKind != TypeKind.Class ? "" : type.IsAbstract ? "abstract " : type.IsSealed ? "sealed " : "";

    // Accessors are told with their property; what an enumeration or a delegate has of itself is no choice of ours.
    private static bool IsVisible(ISymbol member)
        => member.DeclaredAccessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
            && member is not (INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove })
            && !(member.ContainingType.TypeKind is TypeKind.Enum or TypeKind.Delegate && member is IMethodSymbol { MethodKind: MethodKind.Constructor });
}
