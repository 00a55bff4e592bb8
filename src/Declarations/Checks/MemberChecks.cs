using System.CodeDom.Compiler;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>The names of generated members must be free in the driver class.</summary>
internal static class MemberChecks
{
    private static readonly string[] EnableParameters = [KnownNames.PciDevice, KnownNames.InterruptOptions];

    private static readonly string[] RunParameters =
        [KnownNames.PciDevice, KnownNames.InterruptOptions, typeof(CancellationToken).FullName];

    /// <summary>Checks a driver class; tells which generated members would be a second of their name.</summary>
    public static GeneratedMembers Check(INamedTypeSymbol driver, FaultSink faults)
    {
        // Of a base class that is a driver, the generator does not see the members that it generates itself.
        if (FindBaseDriver(driver) is { } baseDriver)
        {
            faults.Add(DeclarationRules.ClassExtendsDriver, Anchor.Name(driver), driver.Name, baseDriver.Name);
            return GeneratedMembers.All;
        }

        return Check(driver, GeneratedMembers.Manifest, KnownNames.ManifestMember, null, faults)
            | Check(driver, GeneratedMembers.EnableInterrupts, KnownNames.EnableInterruptsMember, EnableParameters, faults)
            | Check(driver, GeneratedMembers.RunInterrupts, KnownNames.RunInterruptsMember, RunParameters, faults)
            | Check(driver, GeneratedMembers.Dispatcher, KnownNames.DispatcherMember, null, faults);
    }

    private static INamedTypeSymbol? FindBaseDriver(INamedTypeSymbol driver)
    {
        for (INamedTypeSymbol? type = driver.BaseType; type is not null; type = type.BaseType)
        {
            if (DriverParser.FindDriverAttribute(type) is not null)
            {
                return type;
            }
        }

        return null;
    }

    private static GeneratedMembers Check(
        INamedTypeSymbol driver, GeneratedMembers member, string name, string[]? parameters, FaultSink faults)
    {
        if (FindClash(driver, name, parameters) is not { } clash)
        {
            return GeneratedMembers.None;
        }

        // What is inherited is often not the author's to rename: the class is where the two names meet.
        bool isOwn = SymbolEqualityComparer.Default.Equals(clash.ContainingType, driver);
        faults.Add(DeclarationRules.MemberTaken, Anchor.Name(isOwn ? clash : driver), clash.Name, Describe(name, parameters), driver.Name);
        return member;
    }

    private static ISymbol? FindClash(INamedTypeSymbol driver, string name, string[]? parameters)
    {
        if (driver.Name == name)
        {
            return driver;
        }

        for (INamedTypeSymbol? type = driver; type is not null; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers(name))
            {
                // A member that is hidden by accident is a warning (CS0108) in generated code, where the author cannot mend it.
                if (member.IsSeenIn(driver) && Clashes(member, parameters) && !IsOurs(member, driver))
                {
                    return member;
                }
            }
        }

        return null;
    }

    // The generator looks at a class before its members are generated; analyzers look at it afterwards.
    private static bool IsOurs(ISymbol member, INamedTypeSymbol driver)
        => SymbolEqualityComparer.Default.Equals(member.ContainingType, driver)
            && member.GetAttributes().Any(static a => a.AttributeClass?.Name == nameof(GeneratedCodeAttribute)
                && a.ConstructorArguments.Length > 0
                && a.ConstructorArguments[0].Value is KnownNames.GeneratorTool);

    // Methods of one name may differ in their parameters; all else may not.
    private static bool Clashes(ISymbol member, string[]? parameters)
        => parameters is null || member is not IMethodSymbol method || HasSignature(method, parameters);

    private static bool HasSignature(IMethodSymbol method, string[] parameters)
    {
        if (method.Arity != 0 || method.Parameters.Length != parameters.Length)
        {
            return false;
        }

        for (int i = 0; i < parameters.Length; i++)
        {
            IParameterSymbol parameter = method.Parameters[i];
            if (parameter.RefKind != RefKind.None || !parameter.Type.IsNamed(parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static string Describe(string name, string[]? parameters) => parameters is null
        ? name
        : $"{name}({string.Join(", ", parameters.Select(static p => p.Substring(p.LastIndexOf('.') + 1)))})";
}
