using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH1012: moves the handlers of a class that is no driver into the one driver class of the file. Offered where they can move as
/// they are: private methods with bodies that use nothing of their class, that nobody calls, and whose names are free in the driver.
/// Vectors that are taken there are reported after the move.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveHandlersFix)), Shared]
public sealed class MoveHandlersFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DeclarationRules.OutsideDriver.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()?.Parent
                is not MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type }
            || model.GetDeclaredSymbol(type, cancellationToken) is not { DeclaringSyntaxReferences.Length: 1 } from
            || FindOnlyDriver(root, model, cancellationToken) is not { } driver
            || model.GetDeclaredSymbol(driver, cancellationToken) is not { } to)
        {
            return null;
        }

        MethodDeclarationSyntax[] handlers = [.. type.Members.OfType<MethodDeclarationSyntax>().Where(m => IsMarked(m, model, cancellationToken))];
        var movable = new MovableMethods(model, from, type, cancellationToken);
        if (!handlers.All(h => to.GetMembers(h.Identifier.ValueText).IsEmpty && movable.Contains(h)))
        {
            return null;
        }

        return new Repair($"Move the handlers of '{from.Name}' into the driver '{to.Name}'", type, editor =>
        {
            foreach (MethodDeclarationSyntax handler in handlers)
            {
                editor.RemoveNode(handler, SyntaxRemoveOptions.KeepNoTrivia);
            }

            editor.ReplaceNode(driver, (current, _) => ((ClassDeclarationSyntax)current).AddMembers(
                [.. handlers.Select(static h => h.WithAdditionalAnnotations(Formatter.Annotation))]));
        });
    }

    // The part with the attribute, of the only class that has it.
    private static ClassDeclarationSyntax? FindOnlyDriver(SyntaxNode root, SemanticModel model, CancellationToken cancellationToken)
    {
        ClassDeclarationSyntax[] drivers = [.. root.DescendantNodes().OfType<ClassDeclarationSyntax>().Where(c =>
            model.GetDeclaredSymbol(c, cancellationToken) is { } symbol
            && DriverParser.FindDriverAttribute(symbol)?.ApplicationSyntaxReference is { } applied
            && applied.SyntaxTree == root.SyntaxTree
            && c.AttributeLists.Span.Contains(applied.Span))];
        return drivers.Length == 1 ? drivers[0] : null;
    }

    private static bool IsMarked(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancellationToken)
        => model.GetDeclaredSymbol(method, cancellationToken) is { } symbol && HandlerMark.IsOn(symbol);
}
