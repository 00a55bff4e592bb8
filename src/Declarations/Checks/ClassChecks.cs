using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Declarations;

/// <summary>What a driver class has to be, so that members can be generated into it.</summary>
internal static class ClassChecks
{
    /// <summary>Checks a driver class and the types around it; true where all of them can be opened in another file.</summary>
    public static bool Check(INamedTypeSymbol driver, FaultSink faults, CancellationToken cancellationToken)
    {
        bool canReopen = CheckReopening(driver, driver, DeclarationRules.ClassNotPartial, faults, cancellationToken);
        for (INamedTypeSymbol? outer = driver.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            // Several drivers in one type would all tell of it.
            FaultSink told = FirstDriverIn(outer) is { } first && !SymbolEqualityComparer.Default.Equals(first, driver) ? new FaultFlag() : faults;
            bool canReopenOuter = CheckReopening(outer, driver, DeclarationRules.ContainerNotPartial, told, cancellationToken);
            if (!canReopenOuter)
            {
                faults.AddRejectedByCompiler();
            }

            canReopen &= canReopenOuter;
        }

        if (driver.IsStatic)
        {
            faults.Add(DeclarationRules.ClassStatic, Anchor.Word(driver, SyntaxKind.StaticKeyword), driver.Name);
        }

        if (driver.IsGenericType && driver.Arity > 0)
        {
            faults.Add(DeclarationRules.ClassGeneric, Anchor.TypeParameters(driver), driver.Name);
        }

        if (driver.IsRecord)
        {
            faults.Add(DeclarationRules.ClassRecord, Anchor.Word(driver, SyntaxKind.RecordKeyword), driver.Name);
        }

        return canReopen;
    }

    /// <summary>A driver without a handler would enable nothing, silently; one that inherits handlers would leave them out.</summary>
    public static void CheckHasHandler(INamedTypeSymbol driver, FaultSink faults)
    {
        if (InheritedHandlers.Of(driver).FirstOrDefault() is { } inherited)
        {
            faults.Add(
                DeclarationRules.HandlerInherited,
                Anchor.Name(driver),
                inherited.Name,
                inherited.ContainingType.Name,
                driver.Name);
        }
        else if (!driver.GetMembers().Any(static m => m.IsHandler || m.GetAttributes().Any(static a => a.NeedsVector)))
        {
            // Handlers with faults of their own count, and so do methods that lack nothing but the vector: they are reported already.
            faults.Add(DeclarationRules.NoHandler, Anchor.Name(driver), driver.Name);
        }
    }

    private static INamedTypeSymbol? FirstDriverIn(INamedTypeSymbol container)
    {
        foreach (INamedTypeSymbol nested in container.GetTypeMembers())
        {
            if ((DriverParser.FindDriverAttribute(nested) is null ? FirstDriverIn(nested) : nested) is { } driver)
            {
                return driver;
            }
        }

        return null;
    }

    private static bool CheckReopening(
        INamedTypeSymbol type,
        INamedTypeSymbol driver,
        DiagnosticDescriptor notPartial,
        FaultSink faults,
        CancellationToken cancellationToken)
    {
        if (type.Name.Length == 0)
        {
            // It is being written: C# expects the name (CS1001).
            faults.AddRejectedByCompiler();
            return false;
        }

        // Where only some parts are partial, C# says so itself (CS0260).
        bool isPartial = type.DeclaringSyntaxReferences.Any(
            r => r.GetSyntax(cancellationToken) is TypeDeclarationSyntax t && t.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (!isPartial)
        {
            faults.Add(notPartial, Anchor.Name(type), type.Name, driver.Name);
        }

        if (type.IsFileLocal)
        {
            faults.Add(DeclarationRules.ClassFileLocal, Anchor.Word(type, SyntaxKind.FileKeyword), type.Name);
        }

        return isPartial && !type.IsFileLocal;
    }
}
