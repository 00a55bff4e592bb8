using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>
/// The register accesses in a class, and which BAR each variable of type <c>Bar</c> stands for: those that get nothing but
/// <c>GetBar</c> of one constant. Any other variable could be any BAR, and is left alone. Filled from several threads.
/// </summary>
internal sealed class RegisterAccesses
{
    private const int Unknown = -1;

    private readonly ConcurrentDictionary<ISymbol, int> _bars = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentQueue<(IOperation? Bar, ulong Offset, uint Bytes, bool IsRead, SyntaxNode Node)> _accesses = new();

    /// <summary>Notes what a variable gets.</summary>
    public void AddSource(IOperation operation)
    {
        switch (operation)
        {
            case IFieldInitializerOperation initializer:
                Note(initializer.InitializedFields, initializer.Value);
                break;
            case IPropertyInitializerOperation initializer:
                Note(initializer.InitializedProperties, initializer.Value);
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                Note([declarator.Symbol], initializer.Value);
                break;
            case ISimpleAssignmentOperation assignment when FindVariable(assignment.Target) is { } variable:
                Note([variable], assignment.Value);
                break;
        }
    }

    /// <summary>Notes a call, if it is of a register at a constant offset.</summary>
    public void AddAccess(IOperation operation)
    {
        var call = (IInvocationOperation)operation;
        if (IsType(call.TargetMethod.ContainingType, KnownNames.Bar)
            && call.Arguments.FirstOrDefault(static a => a.Parameter?.Name == KnownNames.OffsetArgument) is { } offset
            && offset.Value.ConstantValue is { HasValue: true, Value: ulong constant }
            && FindWidth(call.TargetMethod.Name) is { } width)
        {
            bool isRead = call.TargetMethod.Name.StartsWith("Read", StringComparison.Ordinal);
            _accesses.Enqueue((call.Instance, constant, width / 8, isRead, offset.Value.Syntax));
        }
    }

    /// <summary>The accesses whose BAR is known, once all of the class was seen.</summary>
    public IEnumerable<RegisterAccess> Resolve() => _accesses
        .Select(access => new RegisterAccess(
            new RegisterPlace(FindBar(access.Bar), access.Offset, access.Bytes), access.IsRead, Anchor.Code(access.Node)))
        .Where(static access => access.Place.Bar != Unknown);

    private void Note(IEnumerable<ISymbol> variables, IOperation value)
    {
        foreach (ISymbol variable in variables)
        {
            int bar = FindConstantBar(value);
            _bars.AddOrUpdate(variable, bar, (_, earlier) => earlier == bar ? bar : Unknown);
        }
    }

    private int FindBar(IOperation? instance)
        => FindVariable(instance) is { } variable
            ? _bars.TryGetValue(variable, out int bar) ? bar : Unknown
            : instance is null ? Unknown : FindConstantBar(instance);

    private static ISymbol? FindVariable(IOperation? operation) => operation switch
    {
        // What other classes may set is not known when this one was seen.
        IFieldReferenceOperation { Field: { DeclaredAccessibility: Accessibility.Private } or { IsReadOnly: true } } field => field.Field,
        IPropertyReferenceOperation { Property.SetMethod: null } property => property.Property,
        ILocalReferenceOperation local => local.Local,
        _ => null,
    };

    private static int FindConstantBar(IOperation value)
        => value is IInvocationOperation { TargetMethod.Name: KnownNames.GetBarMethod, Arguments.Length: 1 } call
            && IsType(call.TargetMethod.ContainingType, KnownNames.PciDevice)
            && call.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int bar }
                ? bar
                : Unknown;

    private static bool IsType(INamedTypeSymbol type, string fullName)
        => $"{type.ContainingNamespace.Name}.{type.Name}" == fullName && type.ContainingNamespace.ContainingNamespace.IsGlobalNamespace;

    // Read8 … Read64, Write8 … Write64.
    private static uint? FindWidth(string method)
    {
        string digits = method.StartsWith("Read", StringComparison.Ordinal) ? method.Substring(4)
            : method.StartsWith("Write", StringComparison.Ordinal) ? method.Substring(5)
            : "";
        return uint.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out uint bits) ? bits : null;
    }
}
