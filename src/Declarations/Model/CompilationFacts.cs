using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Declarations;

/// <summary>All that the generator has to know of the author's project, as values.</summary>
/// <param name="HasCSharp12">The project is compiled as C# 12 or later, the language of generated code.</param>
/// <param name="AllowsUnsafe">The project allows unsafe blocks.</param>
/// <param name="HasContract">The referenced runtime has what this generator's code calls.</param>
/// <param name="HasPublicTypes">The referenced runtime has at least the types that the generated signatures name.</param>
public readonly record struct CompilationFacts(bool HasCSharp12, bool AllowsUnsafe, bool HasContract, bool HasPublicTypes)
{
    /// <summary>Reads the facts of a compilation.</summary>
    public static CompilationFacts Of(Compilation compilation)
    {
        var csharp = (CSharpCompilation)compilation;
        return new CompilationFacts(
            csharp.LanguageVersion >= LanguageVersion.CSharp12,
            csharp.Options.AllowUnsafe,
            FindContract(compilation),
            Has(compilation, KnownNames.PciDevice)
                && Has(compilation, KnownNames.InterruptOptions)
                && Has(compilation, KnownNames.InterruptBinding)
                && Has(compilation, KnownNames.DriverManifest));
    }

    /// <summary>Whether the driver can be generated in full in such a project.</summary>
    public bool CanDispatch(DriverModel driver)
        => !driver.IsFaulty && HasCSharp12 && HasContract && (AllowsUnsafe || !driver.NeedsTable);

    private static bool Has(Compilation compilation, string name) => compilation.GetTypeByMetadataName(name) is not null;

    // A contract that a runtime no longer keeps stays there for a while as an obsolete member: not a promise any more.
    private static bool FindContract(Compilation compilation)
    {
        ISymbol? member = compilation.GetTypeByMetadataName(KnownNames.GeneratedContract)?
            .GetMembers(KnownNames.ContractVersion).FirstOrDefault();
        return member is not null && !member.GetAttributes().Any(static a => a.AttributeClass?.Name == nameof(ObsoleteAttribute));
    }
}
