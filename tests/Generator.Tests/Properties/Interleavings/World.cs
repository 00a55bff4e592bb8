namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>
/// One run of a driver on a card: raises at the points that <see cref="Choices"/> tells, handler calls, and whether the ones led to the
/// others. Time goes on by one at each point.
/// </summary>
/// <param name="shape">The card and its driver.</param>
/// <param name="choices">What happens.</param>
/// <param name="raises">At most.</param>
internal sealed class World(Shape shape, Choices choices, int raises)
{
    private readonly List<(int Source, int At)> _raised = [];
    private readonly List<(int Source, int At)> _calls = [];
    private int _time;
    private bool _isQuiet = true;

    public ModelCard Card { get; } = shape.NewCard();

    /// <summary>The routine of a top half can run now: it is asked in the middle of a handler.</summary>
    public Action? InHandler { get; set; }

    /// <summary>From here on things happen.</summary>
    public void Begin()
    {
        Card.Meanwhile = Point;
        _isQuiet = false;
    }

    /// <summary>Which of some threads goes on.</summary>
    public bool Either() => choices.Choose(2) == 1;

    /// <summary>A place between two steps: the card may raise a source, or several after each other.</summary>
    public void Point()
    {
        _time++;
        while (!_isQuiet && _raised.Count < raises && choices.Choose(1 + shape.Sources) is > 0 and int source)
        {
            Card.Add($"-- source {source - 1} is raised");
            _raised.Add((source - 1, _time));
            Card.RaiseSource(source - 1);
        }
    }

    /// <summary>A handler at work.</summary>
    public void Handle(Happening call)
    {
        Point();
        Card.Add($"{call.Handler} index {call.Index} status {call.Status:X}");
        _time++;
        foreach (int source in Enumerable.Range(0, shape.Sources).Where(s => shape.Serves(call, s)))
        {
            _calls.Add((source, _time));
            if (shape.Withdraws)
            {
                Card.Withdraw(source);
            }
        }

        Point();
        InHandler?.Invoke();
    }

    /// <summary>What is wrong, when nothing goes on any more: a raise without a call that began after it, more calls than raises.</summary>
    public string? Fault()
    {
        foreach ((int source, int at) in _raised)
        {
            if (!_calls.Any(c => c.Source == source && c.At > at))
            {
                return $"source {source} is lost\n{Card.Log}";
            }
        }

        for (int source = 0; source < shape.Sources; source++)
        {
            if (_calls.Count(c => c.Source == source) > _raised.Count(r => r.Source == source))
            {
                return $"source {source} is handled twice\n{Card.Log}";
            }
        }

        return null;
    }
}
