using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Names of variables as text: <c>this._ring.Head</c>. A local has its position, since its name may be there twice.</summary>
internal static class Paths
{
    /// <summary>What paths of an object's own members begin with.</summary>
    public const string This = "this";

    public static string? Of(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => Of(local.Local),
        IParameterReferenceOperation parameter => Of(parameter.Parameter),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => This,
        IFlowCaptureReferenceOperation capture => Of(capture.Id),
        IFieldReferenceOperation field => Of(field.Field, field.Instance),
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => Of(property.Property, property.Instance),
        IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand),
        IParenthesizedOperation parenthesized => Of(parenthesized.Operand),
        _ => null,
    };

    public static string Of(ILocalSymbol local)
        => $"local:{local.Name}@{(local.Locations is [{ } first, ..] ? first.SourceSpan.Start : 0)}";

    /// <summary>The name of a parameter. One of a primary constructor is a field of the object wherever else it is used.</summary>
    public static string Of(IParameterSymbol parameter)
        => parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [var declaration] }
            && declaration.GetSyntax() is TypeDeclarationSyntax
                ? $"{This}.{parameter.Name}"
                : "parameter:" + parameter.Name;

    public static string Of(CaptureId capture) => "#" + capture.GetHashCode();

    /// <summary>Whether a path begins in the function itself.</summary>
    public static bool IsLocal(string path) => path[0] == '#' || path.IndexOf(':') >= 0;

    /// <summary>A path of a callee as its caller names it; nothing, where the caller has no name for it.</summary>
    public static string? FromCallee(string path, string? receiver)
        => path == This ? receiver
            : path.StartsWith(This + ".", StringComparison.Ordinal) ? receiver is null ? null : receiver + path.Substring(This.Length)
            : path.StartsWith("parameter:", StringComparison.Ordinal) || path[0] == '#' ? null
            : path;

    private static string? Of(ISymbol member, IOperation? instance)
        => member.IsStatic ? $"{member.ContainingType.ToDisplayString()}.{member.Name}"
            : Of(instance) is { } path ? $"{path}.{member.Name}"
            : null;
}
