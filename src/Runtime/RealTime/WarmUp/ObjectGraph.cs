using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>The objects that can be reached from some, as far as calls can be made on them: their classes, and the delegates.</summary>
/// <param name="found">Gets the first object of each class, and every delegate.</param>
[RequiresUnreferencedCode("Looks at the fields of objects.")]
internal sealed class ObjectGraph(Action<object> found)
{
    // Who has more has them of few classes.
    private const int MaximalObjects = 20_000;
    private const int MaximalElements = 1_024;

    private readonly HashSet<object> _objects = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Type> _types = [];
    private readonly Dictionary<Type, FieldInfo[]> _fields = [];
    private readonly Stack<object> _open = new();

    /// <summary>Visits what a static field holds, and what can be reached from that.</summary>
    public void VisitStatic(FieldInfo field)
    {
        if (MayLead(field.FieldType))
        {
            VisitValue(field.GetValue(null), field.FieldType);
            VisitAll();
        }
    }

    /// <summary>What can be reached from some objects, themselves too: an object of each class, and every delegate.</summary>
    public static List<object> Reach(IEnumerable<object?> roots)
    {
        var reached = new List<object>();
        var graph = new ObjectGraph(reached.Add);
        foreach (object? root in roots)
        {
            graph.Push(root);
        }

        graph.VisitAll();
        return reached;
    }

    private void VisitAll()
    {
        while (_open.TryPop(out object? current))
        {
            VisitParts(current);
        }
    }

    private void Push(object? value)
    {
        if (value is null || !_objects.Add(value) || _objects.Count > MaximalObjects)
        {
            return;
        }

        Type type = value.GetType();
        if (_types.Add(type) || value is Delegate)
        {
            found(value);
        }

        if (!IsClosed(value))
        {
            _open.Push(value);
        }
    }

    private void VisitParts(object value)
    {
        if (value is Array array)
        {
            if (MayLead(array.GetType().GetElementType()!))
            {
                VisitElements(array);
            }

            return;
        }

        foreach (FieldInfo field in Fields(value.GetType()))
        {
            VisitValue(field.GetValue(value), field.FieldType);
        }
    }

    private void VisitElements(Array array)
    {
        Type element = array.GetType().GetElementType()!;
        int left = MaximalElements;
        foreach (object? item in array)
        {
            VisitValue(item, element);
            if (--left == 0)
            {
                return;
            }
        }
    }

    private void VisitValue(object? value, Type declared)
    {
        if (value is not null && declared.IsValueType)
        {
            // A copy of a struct, which is nobody's object.
            VisitParts(value);
        }
        else
        {
            Push(value);
        }
    }

    /// <summary>The fields, inherited ones too, that can lead to an object.</summary>
    private FieldInfo[] Fields(Type type)
    {
        if (_fields.TryGetValue(type, out FieldInfo[]? known))
        {
            return known;
        }

        var fields = new List<FieldInfo>();
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            fields.AddRange(declaring
                .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
                .Where(f => MayLead(f.FieldType)));
        }

        return _fields[type] = [.. fields];
    }

    private bool MayLead(Type type)
    {
        if (type.IsPrimitive || type.IsPointer || type.IsFunctionPointer || type.IsEnum || type.IsByRefLike || type == typeof(string))
        {
            return false;
        }

        return !type.IsValueType || Fields(type).Length > 0;
    }

    /// <summary>What the runtime keeps for itself: it leads to everything, and no call is made on what is behind it.</summary>
    private static bool IsClosed(object value)
        => value is string or MemberInfo or Assembly or Module or Thread or Task or WaitHandle or SynchronizationContext;
}
