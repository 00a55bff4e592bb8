using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1012: makes the class with the handlers a driver: <c>[InterruptDriver]</c>, and <c>partial</c> for it and the types around
/// it. Offered where the class can be one; it is not for structs, records, static and generic classes, nor for one without a
/// handler.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MarkDriverFix)), Shared]
public sealed class MarkDriverFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.OutsideDriver.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        SyntaxNode? holder = root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()?.Parent;
        ClassDeclarationSyntax? type = holder as ClassDeclarationSyntax ?? (holder as MethodDeclarationSyntax)?.Parent as ClassDeclarationSyntax;
        if (type is null || model.GetDeclaredSymbol(type, cancellationToken) is not { } symbol || !CanBeDriver(symbol))
        {
            return null;
        }

        return new Repair($"Mark '{symbol.Name}' with [InterruptDriver]", type, editor =>
        {
            foreach (TypeDeclarationSyntax outer in type.Ancestors().OfType<TypeDeclarationSyntax>())
            {
                editor.ReplaceNode(outer, static (current, _) => Modifiers.AddPartial((TypeDeclarationSyntax)current));
            }

            editor.ReplaceNode(type, static (current, _) => AttributeLists.InsertBefore(
                Modifiers.AddPartial((TypeDeclarationSyntax)current),
                0,
                SyntaxFactory.Attribute(Declared.AttributeName(KnownNames.InterruptDriverAttribute))));
        });
    }

    private static bool CanBeDriver(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            if (DriverParser.FindDriverAttribute(ancestor) is not null)
            {
                return false;
            }
        }

        return type is { IsStatic: false, Arity: 0, IsFileLocal: false }
            && type.GetMembers().Any(HandlerMark.IsOn);
    }
}
